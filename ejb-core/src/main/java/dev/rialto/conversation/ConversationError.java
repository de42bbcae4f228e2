package dev.rialto.conversation;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about conversations. */
public enum ConversationError implements ErrorCode {
    /** There is none, or it is somebody else's. */
    CONVERSATION_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Field {@code message}: required, too_long, card_number. */
    MESSAGE_INVALID(ErrorKind.INVALID),
    /** The mall has decided; nothing can be added. */
    CONVERSATION_CLOSED(ErrorKind.CONFLICT),
    /** It lies before the mall already. */
    ALREADY_DISPUTED(ErrorKind.CONFLICT),
    /** There is nothing to decide. */
    NOT_DISPUTED(ErrorKind.CONFLICT),
    /** Somebody wrote or decided since it was read. */
    CONVERSATION_CHANGED(ErrorKind.CONFLICT),
    /** Too many messages within the hour. */
    TOO_MANY_MESSAGES(ErrorKind.THROTTLED),
    /** The list was asked for in a way that makes no sense; the field is named. */
    CONVERSATION_FILTER_INVALID(ErrorKind.INVALID);

    private final ErrorKind kind;

    ConversationError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
