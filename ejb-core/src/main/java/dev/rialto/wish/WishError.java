package dev.rialto.wish;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of wishes and of wishes to be told. */
public enum WishError implements ErrorCode {
    /** Only members have a wish list. */
    WISHES_SIGN_IN(ErrorKind.UNAUTHENTICATED),
    /** There are no such goods here. */
    WISH_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The list has as many goods as it can take. */
    WISHES_FULL(ErrorKind.CONFLICT),
    /** Fields are wrong; they are named. */
    NOTICE_INVALID(ErrorKind.INVALID),
    /** The variant can be had now. */
    IN_STOCK(ErrorKind.CONFLICT),
    /** Too many wishes to be told from one place or to one address. */
    TOO_MANY_WISHES(ErrorKind.THROTTLED),
    /** A link that the mall did not write, or that is over. */
    NOTICE_LINK_UNKNOWN(ErrorKind.NOT_FOUND);

    private final ErrorKind kind;

    WishError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
