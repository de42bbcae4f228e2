package dev.rialto.document;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of papers. */
public enum DocumentError implements ErrorCode {
    /** There is no such part, it is somebody else's, or it was not paid. */
    DOCUMENT_NOT_FOUND;

    @Override
    public ErrorKind kind() {
        return ErrorKind.NOT_FOUND;
    }
}
