package dev.rialto.verification;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about the file of a seller. */
public enum VerificationError implements ErrorCode {
    /** Fields are missing or wrong. */
    VERIFICATION_INVALID(ErrorKind.INVALID),
    /** No such file or document, or not yours. */
    VERIFICATION_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The file's state does not allow it. */
    VERIFICATION_STATE(ErrorKind.CONFLICT),
    /** Somebody else changed it since it was read. */
    VERIFICATION_CHANGED(ErrorKind.CONFLICT),
    /** Whoever accepted it first cannot be the second too. */
    SECOND_PERSON_NEEDED(ErrorKind.CONFLICT),
    /** The upload is neither a PDF nor a picture. */
    DOCUMENT_UNKNOWN(ErrorKind.INVALID),
    /** The upload is larger than five mebibytes. */
    DOCUMENT_TOO_LARGE(ErrorKind.INVALID);

    private final ErrorKind kind;

    VerificationError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
