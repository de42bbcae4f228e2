package dev.rialto.web.account;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of a form before a port is asked. */
enum FormError implements ErrorCode {
    /** What was typed twice differs. */
    NOT_REPEATED;

    @Override
    public ErrorKind kind() {
        return ErrorKind.INVALID;
    }
}
