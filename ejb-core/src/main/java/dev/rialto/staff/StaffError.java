package dev.rialto.staff;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about the ways in which staff come in. */
public enum StaffError implements ErrorCode {
    /** The code is wrong, used already, or too old. */
    FACTOR_REFUSED(ErrorKind.INVALID),
    /** There is a second factor already. */
    FACTOR_EXISTS(ErrorKind.CONFLICT),
    /** There is no second factor. */
    FACTOR_MISSING(ErrorKind.CONFLICT),
    /** Nobody may work here without a second factor. */
    FACTOR_REQUIRED(ErrorKind.CONFLICT),
    /** Too many tries; the field {@code wait} has the seconds. */
    TOO_MANY_CODES(ErrorKind.THROTTLED),
    /** Fields of an invitation are wrong. */
    INVALID_INVITATION(ErrorKind.INVALID),
    /** The person works here already. */
    ALREADY_STAFF(ErrorKind.CONFLICT),
    /** The link is unknown, used, withdrawn or too old. */
    INVITATION_OVER(ErrorKind.NOT_FOUND),
    /** Fields of a sign-on are wrong. */
    INVALID_SIGN_ON(ErrorKind.INVALID),
    /** There is no sign-on for this address, or it is off. */
    SIGN_ON_UNKNOWN(ErrorKind.INVALID),
    /** The provider does not answer, or not as it should. */
    SIGN_ON_UNREACHABLE(ErrorKind.UNAVAILABLE),
    /** What came back from the provider does not fit what was asked, or is too old. */
    SIGN_ON_REFUSED(ErrorKind.UNAUTHENTICATED),
    /** None of the person's groups has a role here. */
    SIGN_ON_NO_ROLE(ErrorKind.UNAUTHENTICATED),
    /** Nobody came in through the sign-on yet, or nobody could come in without it. */
    SIGN_ON_NOT_ENFORCEABLE(ErrorKind.CONFLICT),
    /** Somebody else changed the sign-on. */
    SIGN_ON_CHANGED(ErrorKind.CONFLICT),
    /** Fields of a view of a list are wrong. */
    INVALID_VIEW(ErrorKind.INVALID),
    /** Another view of the same person has that name. */
    VIEW_NAME_TAKEN(ErrorKind.CONFLICT),
    /** There is no such view, or it is somebody else's. */
    VIEW_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** One person keeps only so many views of a list. */
    TOO_MANY_VIEWS(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    StaffError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
