package dev.rialto.sales;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the sales views. */
public enum SalesError implements ErrorCode {
    /** The fields say what is wrong with first and last day. */
    INVALID_PERIOD(ErrorKind.INVALID);

    private final ErrorKind kind;

    SalesError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
