package dev.rialto.membership;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about accounts and sign-in. */
public enum MembershipError implements ErrorCode {
    /** Fields of the join form, the profile or an address are wrong. */
    INVALID_MEMBER(ErrorKind.INVALID),
    /** With these details no account can be made; one of this address may be there already (D8). */
    EMAIL_NOT_USABLE(ErrorKind.CONFLICT),
    /** Address and password do not fit, or may not enter here. The one answer for both. */
    SIGN_IN_REFUSED(ErrorKind.UNAUTHENTICATED),
    /** Too many tries; the field {@code wait} has the seconds. */
    TOO_MANY_TRIES(ErrorKind.THROTTLED),
    /** Too many people sign in at this moment. */
    SIGN_IN_BUSY(ErrorKind.UNAVAILABLE),
    /** What is asked for needs a sign-in of the last ten minutes. */
    SIGN_IN_AGAIN(ErrorKind.UNAUTHENTICATED),
    /** Nobody is signed in, or no longer. */
    SIGN_IN_NEEDED(ErrorKind.UNAUTHENTICATED),
    /** A link to a new password that was used, replaced or is too old. */
    LINK_OVER(ErrorKind.INVALID),
    /** A mailed code that is wrong, used or too old. */
    CODE_REFUSED(ErrorKind.UNAUTHENTICATED),
    /** Somebody whose orders are not finished cannot be erased yet; the field {@code orders} has their numbers. */
    ORDERS_OPEN(ErrorKind.CONFLICT),
    /** The password is not right. */
    WRONG_PASSWORD(ErrorKind.INVALID),
    /** No such member, address or session, or not yours. */
    MEMBER_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Whoever works for the mall or a seller leaves there first. */
    STILL_STAFF(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    MembershipError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
