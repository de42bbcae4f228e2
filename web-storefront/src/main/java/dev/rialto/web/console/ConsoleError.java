package dev.rialto.web.console;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the console itself, before a boundary is asked. */
public enum ConsoleError implements ErrorCode {
    /** There is no such page, or it is not for the one who asks. */
    NO_SUCH_PAGE(ErrorKind.NOT_FOUND),
    /** The page is there, but this person may not open it. */
    NOT_ALLOWED(ErrorKind.FORBIDDEN),
    /** A form asked for something its page does not know. */
    UNKNOWN_ACTION(ErrorKind.INVALID),
    /** What was typed cannot be read: a number that is none, a date that does not exist. */
    UNREADABLE_ENTRY(ErrorKind.INVALID),
    /** Before this the second factor is asked for once more. */
    STEP_UP_NEEDED(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    ConsoleError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
