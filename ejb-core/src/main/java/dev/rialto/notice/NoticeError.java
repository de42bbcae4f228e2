package dev.rialto.notice;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about reports of goods. */
public enum NoticeError implements ErrorCode {
    /** Fields are missing or wrong. */
    NOTICE_INVALID(ErrorKind.INVALID),
    /** No such goods on sale here, or no such notice, or not yours. */
    NOTICE_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** It has been decided already, or is not decided yet. */
    NOTICE_STATE(ErrorKind.CONFLICT),
    /** Somebody else changed it since it was read. */
    NOTICE_CHANGED(ErrorKind.CONFLICT),
    /** Too many reports from one place within an hour. */
    TOO_MANY_NOTICES(ErrorKind.THROTTLED);

    private final ErrorKind kind;

    NoticeError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
