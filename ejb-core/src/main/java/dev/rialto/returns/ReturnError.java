package dev.rialto.returns;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of returns. */
public enum ReturnError implements ErrorCode {
    /** There is none, or it is somebody else's. */
    RETURN_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Fields are wrong; they are named. */
    RETURN_INVALID(ErrorKind.INVALID),
    /** Nothing of it can come back: not shipped, or on a return already. */
    NOTHING_TO_RETURN(ErrorKind.CONFLICT),
    /** The days in which one may withdraw, or complain, are over. */
    RETURN_TOO_LATE(ErrorKind.CONFLICT),
    /** The state of the return does not allow this step. */
    RETURN_STATE(ErrorKind.CONFLICT),
    /** Somebody else acted since it was read. */
    RETURN_CHANGED(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    ReturnError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
