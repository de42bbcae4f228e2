package dev.rialto.gateway;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about what earlier requests did and what programs keep. */
public enum RequestError implements ErrorCode {
    /** Nothing is known to have been done under this key by this credential. */
    REQUEST_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** What the request did cannot be undone. */
    NOT_REVERSIBLE(ErrorKind.CONFLICT),
    /** The request is more than 48 hours old. */
    TOO_LATE_TO_REVERSE(ErrorKind.CONFLICT),
    /** No such goods or part, or somebody else's. */
    SUBJECT_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Keys or texts of metadata are too many, too long or of another form. */
    METADATA_INVALID(ErrorKind.INVALID),
    /** The metadata has changed since the version named. */
    METADATA_CHANGED(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    RequestError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
