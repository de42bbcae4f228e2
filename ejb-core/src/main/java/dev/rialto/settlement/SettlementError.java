package dev.rialto.settlement;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of settlement. */
public enum SettlementError implements ErrorCode {
    /** Fields are wrong; they are named. */
    SETTLEMENT_INVALID(ErrorKind.INVALID),
    STATEMENT_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The next period is not over yet, or nothing was sold so far; the field names its end. */
    PERIOD_NOT_OVER(ErrorKind.CONFLICT),
    /** Somebody else changed the terms since they were read. */
    SETTLEMENT_CHANGED(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    SettlementError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
