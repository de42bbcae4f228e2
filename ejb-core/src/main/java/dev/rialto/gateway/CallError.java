package dev.rialto.gateway;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the call log. */
public enum CallError implements ErrorCode {
    /** A value of the filter is none. */
    FILTER_INVALID;

    @Override
    public ErrorKind kind() {
        return ErrorKind.INVALID;
    }
}
