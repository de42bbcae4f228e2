package dev.rialto.payment;

import dev.rialto.kernel.Caller;

/** What staff need to touch money; the mall's own background work may all of it. */
final class Permissions {
    static final String CONFIRM_DEPOSIT = "payment.confirm";
    static final String REFUND = "payment.refund";
    static final String BANK = "payment.bank";

    private Permissions() {}

    static void require(Caller caller, String permission) {
        if (caller.role() != Caller.Role.WORKER && !(caller.role() == Caller.Role.MALL && caller.may(permission))) {
            throw PaymentError.NOT_PERMITTED.now();
        }
    }
}
