package dev.rialto.review;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about reviews and questions. */
public enum ReviewError implements ErrorCode {
    /** Fields are missing or wrong. */
    REMARK_INVALID(ErrorKind.INVALID),
    /** No such remark or goods, or not yours. */
    REMARK_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Somebody else changed it since it was read. */
    REMARK_CHANGED(ErrorKind.CONFLICT),
    /** Nobody is signed in. */
    MEMBERS_ONLY(ErrorKind.UNAUTHENTICATED),
    /** Nothing of it was shipped to this member, or all of it is reviewed already. */
    NOT_BOUGHT(ErrorKind.FORBIDDEN),
    /** Too many within an hour. */
    TOO_MANY_REMARKS(ErrorKind.THROTTLED);

    private final ErrorKind kind;

    ReviewError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
