package dev.rialto.payout;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of payouts. */
public enum PayoutError implements ErrorCode {
    /** Fields are wrong; they are named. */
    PAYOUT_INVALID(ErrorKind.INVALID),
    PAYOUT_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Nobody can be paid in this currency. */
    NOTHING_TO_PAY(ErrorKind.CONFLICT),
    /** A run of this currency waits for approval already. */
    PAYOUT_WAITING(ErrorKind.CONFLICT),
    /** It is not in a state that allows this. */
    PAYOUT_STATE(ErrorKind.CONFLICT),
    /** Whoever prepared a run may not approve it. */
    PAYOUT_SECOND_PERSON(ErrorKind.FORBIDDEN),
    /** What a seller can be paid is not what was prepared; the field names the seller. */
    PAYOUT_STALE(ErrorKind.CONFLICT),
    /** Somebody else changed it since it was read. */
    PAYOUT_CHANGED(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    PayoutError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
