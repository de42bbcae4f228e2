package dev.rialto.trial;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about sandboxes. */
public enum TrialError implements ErrorCode {
    /** There is none open. */
    NO_SANDBOX(ErrorKind.NOT_FOUND),
    /** There is one open already. */
    SANDBOX_OPEN(ErrorKind.CONFLICT),
    /** A sandbox has no sandbox of its own. */
    IN_SANDBOX(ErrorKind.CONFLICT),
    /** The order is none of the sandbox. */
    TRIAL_ORDER_UNKNOWN(ErrorKind.NOT_FOUND),
    /** In its state the order cannot come to that. */
    EVENT_IMPOSSIBLE(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    TrialError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
