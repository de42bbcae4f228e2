package dev.rialto.webhook;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about webhooks. */
public enum WebhookError implements ErrorCode {
    /** Fields of an endpoint are wrong. */
    INVALID_WEBHOOK(ErrorKind.INVALID),
    /** No such endpoint, or another tenant's. */
    WEBHOOK_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The endpoint was changed by somebody else. */
    WEBHOOK_CHANGED(ErrorKind.CONFLICT),
    /** The tenant has as many endpoints as it may have. */
    TOO_MANY_WEBHOOKS(ErrorKind.CONFLICT),
    /** No such dispatch, or another tenant's. */
    DISPATCH_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The dispatch still waits for its next try. */
    DISPATCH_WAITING(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    WebhookError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
