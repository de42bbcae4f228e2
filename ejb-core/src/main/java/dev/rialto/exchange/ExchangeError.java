package dev.rialto.exchange;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of import and export. */
public enum ExchangeError implements ErrorCode {
    /** The request names what does not exist; the details name the fields. */
    INVALID_IMPORT(ErrorKind.INVALID),
    /** The upload is larger than 100 MiB. */
    FILE_TOO_LARGE(ErrorKind.INVALID),
    /** The upload is empty. */
    FILE_EMPTY(ErrorKind.INVALID),
    /** No such export, or it was kept long enough. */
    EXPORT_NOT_FOUND(ErrorKind.NOT_FOUND),
    NOT_ALLOWED(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    ExchangeError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
