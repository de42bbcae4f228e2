package dev.rialto.terms;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about the mall's terms. */
public enum TermsError implements ErrorCode {
    /** Texts are missing or too long. */
    TERMS_INVALID(ErrorKind.INVALID),
    /** There is no such version. */
    TERMS_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** A newer version has been published meanwhile. */
    TERMS_SUPERSEDED(ErrorKind.CONFLICT),
    /** The latest version must be accepted before anything is changed. */
    TERMS_NOT_ACCEPTED(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    TermsError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
