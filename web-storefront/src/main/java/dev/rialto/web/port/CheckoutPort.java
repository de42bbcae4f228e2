package dev.rialto.web.port;

import dev.rialto.kernel.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the cart to the order. */
public interface CheckoutPort {

    /**
     * The checkout of the visitor's cart; begun when there is none.
     *
     * @throws dev.rialto.kernel.DomainException when the cart is empty
     */
    CheckoutForm open(Visitor visitor);

    /** Keeps what was typed, errors and all; the answer names the errors. */
    List<FieldError> save(Visitor visitor, Buyer buyer);

    /**
     * Holds the stock and freezes the price.
     *
     * @throws dev.rialto.kernel.DomainException when details are missing or lines are sold out
     */
    Offer offer(Visitor visitor);

    /**
     * Buys exactly the offer seen.
     *
     * @param method card or deposit
     * @param bankId the account to transfer to, for deposit
     */
    PayOutcome pay(Visitor visitor, String fingerprint, String method, @Nullable String bankId);

    /**
     * What came of a card payment; asked again it says the same.
     *
     * @param key of the address that the gateway sends buyers back to; it stands for a lost cookie
     */
    PayOutcome outcome(Visitor visitor, String paymentId, String key);
}
