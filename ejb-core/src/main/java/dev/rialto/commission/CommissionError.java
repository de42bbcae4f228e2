package dev.rialto.commission;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of commission rules. */
public enum CommissionError implements ErrorCode {
    /** Fields are wrong; they are named. */
    COMMISSION_INVALID(ErrorKind.INVALID),
    COMMISSION_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Another rule for the same sales holds on one of its days; the field names it. */
    COMMISSION_OVERLAPS(ErrorKind.CONFLICT),
    /** It has ended already, or began: what was sold under it stays as it is. */
    COMMISSION_ENDED(ErrorKind.CONFLICT),
    /** Somebody else changed it since it was read. */
    COMMISSION_CHANGED(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    CommissionError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
