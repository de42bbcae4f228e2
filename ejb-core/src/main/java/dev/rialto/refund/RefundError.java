package dev.rialto.refund;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of owed refunds. */
public enum RefundError implements ErrorCode {
    REFUND_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Fields are wrong; they are named. */
    REFUND_INVALID(ErrorKind.INVALID),
    /** More than the part or the payment has left; the field names how much there is. */
    REFUND_TOO_HIGH(ErrorKind.CONFLICT),
    /** The order was not paid. */
    NOTHING_PAID(ErrorKind.CONFLICT),
    /** It is settled already, or does not wait for this. */
    REFUND_SETTLED(ErrorKind.CONFLICT),
    /** Whoever asked for it cannot let it go as well. */
    OWN_REQUEST(ErrorKind.FORBIDDEN),
    /** Somebody else changed it since it was read. */
    REFUND_CHANGED(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    RefundError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
