package dev.rialto.platform;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the platform itself. */
public enum PlatformError implements ErrorCode {
    /** The idempotency key was used for another request. */
    IDEMPOTENCY_KEY_REUSED(ErrorKind.INVALID),
    /** The first request under this idempotency key is still running. */
    STILL_RUNNING(ErrorKind.CONFLICT),
    /** No such job run, or somebody else's. */
    JOB_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The job run has ended already. */
    JOB_ENDED(ErrorKind.CONFLICT),
    /** The caller may not do this. */
    NOT_PERMITTED(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    PlatformError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
