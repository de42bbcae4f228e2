package dev.rialto.rest;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the token endpoint itself. */
enum TokenError implements ErrorCode {
    /** A field of the form is missing or stands there twice. */
    INVALID_REQUEST(ErrorKind.INVALID),
    /** The grant type is none that the endpoint knows. */
    UNSUPPORTED_GRANT_TYPE(ErrorKind.INVALID),
    /** Too many wrong secrets from one address, or more tokens than one credential can use. */
    TOO_MANY_TRIES(ErrorKind.THROTTLED);

    private final ErrorKind kind;

    TokenError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
