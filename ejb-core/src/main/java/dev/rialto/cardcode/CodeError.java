package dev.rialto.cardcode;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about codes in stock and their batches. */
public enum CodeError implements ErrorCode {
    /** No such code, or none of the caller's own. */
    CODE_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The code's state does not allow it (E34). */
    CODE_STATE(ErrorKind.CONFLICT),
    /** Fields of a batch are wrong. */
    INVALID_BATCH(ErrorKind.INVALID),
    /** No such batch, or none of the caller's own. */
    BATCH_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The batch's state does not allow it. */
    BATCH_STATE(ErrorKind.CONFLICT),
    /** A batch of this size needs a second person. */
    SECOND_PERSON_NEEDED(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    CodeError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
