package dev.rialto.audience;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about members as an audience. */
public enum AudienceError implements ErrorCode {
    /** Fields of a portrait are wrong. */
    INVALID_PORTRAIT(ErrorKind.INVALID),
    /** A filter or a criterion cannot be used. */
    INVALID_CRITERION(ErrorKind.INVALID),
    /** Fields of a segment or of a mail to it are wrong. */
    INVALID_SEGMENT(ErrorKind.INVALID),
    /** No such member, or none of yours. */
    MEMBER_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** No such segment. */
    SEGMENT_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Another segment has this name. */
    SEGMENT_NAME_TAKEN(ErrorKind.CONFLICT),
    /** Somebody else changed the segment meanwhile. */
    SEGMENT_CHANGED(ErrorKind.CONFLICT),
    /** A link to unsubscribe that the mall did not write. */
    LINK_UNKNOWN(ErrorKind.NOT_FOUND);

    private final ErrorKind kind;

    AudienceError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
