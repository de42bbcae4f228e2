package dev.rialto.checkout;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Violations;
import dev.rialto.order.PricedGoods;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentGateway.AccountAnswer;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.payment.PaymentStart;
import dev.rialto.payment.PaymentView;
import dev.rialto.platform.Boundary;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The way from the cart to the order: details, offer, payment, order (D45–D51). */
@Stateless
@Boundary
public class Checkout {
    private Offers offers;
    private CheckoutRows rows;
    private Cashier cashier;
    private PaymentDesk payments;

    @Inject
    public Checkout(Offers offers, CheckoutRows rows, Cashier cashier, PaymentDesk payments) {
        this.offers = offers;
        this.rows = rows;
        this.cashier = cashier;
        this.payments = payments;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Checkout() {}

    /**
     * The first step: goods, delivery choices, what was typed so far and what is wrong with it. Two statements.
     *
     * @throws DomainException {@link CheckoutError#CART_EMPTY}, {@link CheckoutError#SIGN_IN_REQUIRED},
     *     {@link CheckoutError#SITE_CLOSED}
     */
    public CheckoutView open(Caller caller, Visit visit) {
        return offers.form(caller, visit);
    }

    /**
     * Keeps what was typed, whatever is wrong with it. One statement.
     *
     * @return the errors of contact and address; those of delivery show in {@link #open}
     * @throws DomainException {@link CheckoutError#CART_EMPTY}, {@link CheckoutError#SIGN_IN_REQUIRED},
     *     {@link CheckoutError#SITE_CLOSED}
     */
    public List<FieldError> save(Caller caller, Visit visit, CheckoutDetails details) {
        offers.siteFor(caller, visit);
        boolean isSent = rows.save(caller, visit, details);
        return DetailsCheck.errors(details, List.of(), isSent);
    }

    /**
     * Goods and a place whose price is asked for.
     *
     * @param lines what, and how many of each
     * @param place country, and where prices depend on it region, postcode and delivery method by seller; the rest is empty
     */
    public record PriceQuestion(List<Line> lines, CheckoutDetails place) {
        public PriceQuestion {
            lines = List.copyOf(lines);
        }

        /** Throws {@link CheckoutError#QUANTITY_INVALID} with every wrong line. */
        void check() {
            Violations wrong = new Violations();
            wrong.check(!lines().isEmpty(), "lines", "required")
                    .check(lines().size() <= Carts.MOST_LINES, "lines", "too_many", Carts.MOST_LINES);
            Set<UUID> seen = new HashSet<>();
            for (int i = 0; i < lines().size(); i++) {
                Line line = lines().get(i);
                wrong.check(line.quantity() >= 1, "lines." + i + ".quantity", "too_small", 1)
                        .check(
                                line.quantity() <= Carts.MOST_PIECES,
                                "lines." + i + ".quantity",
                                "too_large",
                                Carts.MOST_PIECES)
                        .check(seen.add(line.variantId()), "lines." + i + ".variantId", "twice");
            }
            wrong.raise(CheckoutError.QUANTITY_INVALID);
        }

        /** So many pieces of a variant. */
        public record Line(UUID variantId, int quantity) {}
    }

    /**
     * What goods would cost now, delivered; no cart, no hold and no trace of the question is left. Three statements.
     *
     * @param caller a worker
     * @throws DomainException {@link CheckoutError#QUANTITY_INVALID} and {@link CheckoutError#CART_NOT_READY} naming the
     *     lines, {@link CheckoutError#DETAILS_INVALID} naming the place or the delivery, {@link CheckoutError#SITE_CLOSED}
     */
    public PricedGoods preview(Caller caller, Visit visit, PriceQuestion asked) {
        return offers.preview(caller, visit, asked);
    }

    /**
     * The full price with delivery and tax, frozen, and the stock held; asked again, the same offer while it is good.
     *
     * @throws DomainException {@link CheckoutError#DETAILS_INVALID} naming the fields,
     *     {@link CheckoutError#CART_NOT_READY} and the stock's {@code out_of_stock} naming the lines,
     *     {@link CheckoutError#CART_EMPTY}, {@link CheckoutError#SIGN_IN_REQUIRED}, {@link CheckoutError#SITE_CLOSED}
     */
    public Offer price(Caller caller, Visit visit) {
        return offers.offer(caller, visit);
    }

    /**
     * Pays exactly the offer of the fingerprint. Clicked twice, it is the same payment.
     *
     * @throws DomainException as {@link #price}, and {@link CheckoutError#PAYMENT_CHOICE_INVALID}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PayResult pay(Caller caller, PayCheckout command) {
        Begun begun;
        try {
            begun = cashier.begin(caller, command);
        } catch (DomainException refused) {
            if (Cashier.isSoldOut(refused)) {
                return new PayResult.SoldOut(refused.fields());
            }
            throw refused;
        }
        if (begun.result() != null) {
            return begun.result();
        }
        UUID payment = java.util.Objects.requireNonNull(begun.paymentId());
        return command.method() == PaymentMethod.DEPOSIT ? account(caller, command, payment) : start(caller, payment);
    }

    /** Asks for the account of the order and makes the order; asked again after a lost answer, it is the same account. */
    private PayResult account(Caller caller, PayCheckout command, UUID payment) {
        ZonedDateTime end = cashier.depositEnds(caller, command.visit());
        AccountAnswer answer = payments.openAccount(caller.asWorker(), payment, end.toInstant());
        if (answer instanceof AccountAnswer.Issued issued) {
            LocalDate due = end.toLocalDate().minusDays(1);
            return new PayResult.Placed(cashier.placeWithAccount(caller.asWorker(), payment, issued, due));
        }
        return new PayResult.Declined(
                answer instanceof AccountAnswer.Refused refusal ? refusal.reason() : "account_unanswered");
    }

    private PayResult start(Caller caller, UUID payment) {
        PaymentStart start = payments.start(caller.asWorker(), payment);
        if (start instanceof PaymentStart.Redirect page) {
            return new PayResult.Redirect(payment, page.url());
        }
        if (start instanceof PaymentStart.Refused refusal) {
            return new PayResult.Declined(refusal.reason());
        }
        if (start instanceof PaymentStart.Paid && complete(caller, payment) instanceof Completion.Placed placed) {
            return new PayResult.Placed(placed.order());
        }
        return new PayResult.Waiting(payment);
    }

    /**
     * Finishes a card payment. Return page, call-back and the settling job all come here; exactly one of them makes the
     * order, the others find it.
     *
     * @param caller the shopper whose checkout it is, or a worker
     * @throws DomainException {@link CheckoutError#CHECKOUT_NOT_FOUND} for somebody else's payment as for none
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Completion complete(Caller caller, UUID paymentId) {
        Completion known = settle(caller, paymentId);
        if (known instanceof Completion.Waiting) {
            PaymentView asked = payments.ask(caller.asWorker(), paymentId);
            return asked.state().isOpen() ? known : settle(caller, paymentId);
        }
        return known;
    }

    /**
     * Finishes a card payment for whoever comes back by the address that the gateway was given; the cookie may be gone.
     *
     * @param key the address's; with another one it is as {@link #complete}
     * @throws DomainException as {@link #complete}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Completion comeBack(Caller caller, UUID paymentId, String key) {
        boolean known = cashier.isReturning(caller.asWorker(), paymentId, key);
        return complete(known ? caller.asWorker() : caller, paymentId);
    }

    private Completion settle(Caller caller, UUID paymentId) {
        try {
            Completion completion = cashier.settle(caller.asWorker(), new SettlePayment(paymentId, isShopper(caller)));
            return completion instanceof Completion.Voided ? given(caller, paymentId, completion) : completion;
        } catch (DomainException refused) {
            if (!Cashier.isSoldOut(refused)) {
                throw refused;
            }
            return given(caller, paymentId, new Completion.Voided("sold_out"));
        }
    }

    private static boolean isShopper(Caller caller) {
        return caller.role() == Caller.Role.SHOPPER;
    }

    /** Gives an approval back that no order can take; a twin that made the order meanwhile wins. */
    private Completion given(Caller caller, UUID paymentId, Completion completion) {
        String reason = completion instanceof Completion.Voided voided ? voided.reason() : "superseded";
        if (payments.voidApproval(caller.asWorker(), paymentId, reason)) {
            cashier.tell(caller.asWorker(), paymentId, reason);
        }
        return completion;
    }
}
