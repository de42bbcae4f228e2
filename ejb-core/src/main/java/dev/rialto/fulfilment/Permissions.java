package dev.rialto.fulfilment;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;

/** What staff must be allowed to. */
final class Permissions {
    static final String SHIP = "order.ship";

    private Permissions() {}

    static void requireShipping(Caller caller) {
        if (caller.role() != Caller.Role.WORKER && !caller.may(SHIP)) {
            throw new DomainException(FulfilmentError.SHIPPING_FORBIDDEN);
        }
    }
}
