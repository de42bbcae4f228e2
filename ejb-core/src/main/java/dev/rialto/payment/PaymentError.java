package dev.rialto.payment;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of payments, deposits and refunds. */
public enum PaymentError implements ErrorCode {
    /** No such payment, or somebody else's. */
    PAYMENT_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Fields of a payment, deposit or refund are wrong. */
    PAYMENT_INVALID(ErrorKind.INVALID),
    /** The state of the payment does not allow it. */
    PAYMENT_STATE(ErrorKind.CONFLICT),
    /** More than what was captured and not yet refunded. */
    REFUND_EXCEEDS_CAPTURED(ErrorKind.CONFLICT),
    /** The request id was used for another refund. */
    REQUEST_ID_REUSED(ErrorKind.CONFLICT),
    /** The amount that came is not the amount that is due. */
    AMOUNT_DIFFERS(ErrorKind.CONFLICT),
    /** No such bank account, or not in this currency. */
    BANK_ACCOUNT_NOT_FOUND(ErrorKind.INVALID),
    /** A call-back whose signature or time is wrong. */
    BAD_SIGNATURE(ErrorKind.UNAUTHENTICATED),
    /** No gateway of this name is set up. */
    UNKNOWN_GATEWAY(ErrorKind.NOT_FOUND),
    /** The gateway does not answer; what it did is not known yet. */
    GATEWAY_UNAVAILABLE(ErrorKind.UNAVAILABLE),
    /** The gateway refused. */
    GATEWAY_REFUSED(ErrorKind.CONFLICT),
    /** The caller may not do this. */
    NOT_PERMITTED(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    PaymentError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
