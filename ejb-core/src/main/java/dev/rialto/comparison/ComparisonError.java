package dev.rialto.comparison;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about days that are compared. */
public enum ComparisonError implements ErrorCode {
    /** Days that are to be compared are wrong. */
    INVALID_DAYS(ErrorKind.INVALID),
    /** This day was not compared. */
    DAY_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** This provider's days are being compared already. */
    COMPARISON_RUNS(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    ComparisonError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
