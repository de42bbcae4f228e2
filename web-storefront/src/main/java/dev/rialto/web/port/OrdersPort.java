package dev.rialto.web.port;

import java.util.List;
import java.util.Optional;

/** Orders that are the visitor's own: by account, by the cookie they were placed with, or by the key in the mail. */
public interface OrdersPort {

    /** An order; the key of the mail stands as the visitor's token. */
    Optional<Order> order(Visitor visitor, String number);

    /** The orders of the member signed in, newest first. */
    List<OrderSummary> mine(Visitor visitor);

    /**
     * Calls off an order that was not shipped.
     *
     * @throws dev.rialto.kernel.DomainException when it is too late
     */
    void cancel(Visitor visitor, String number);
}
