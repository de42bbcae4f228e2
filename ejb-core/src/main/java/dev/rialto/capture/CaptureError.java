package dev.rialto.capture;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of taking money again. */
public enum CaptureError implements ErrorCode {
    /** It was not refused, or nothing of it is authorised any more. */
    NOTHING_TO_TAKE(ErrorKind.CONFLICT),
    /** The reason is missing or too long. */
    CAPTURE_INVALID(ErrorKind.INVALID);

    private final ErrorKind kind;

    CaptureError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
