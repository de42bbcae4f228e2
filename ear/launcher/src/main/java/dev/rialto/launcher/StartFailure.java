package dev.rialto.launcher;

/** Why Rialto cannot start, in one line for the person at the terminal. */
final class StartFailure extends RuntimeException {
    StartFailure(String line) {
        super(line);
    }

    StartFailure(String line, Throwable cause) {
        super(line, cause);
    }

    /** The short reason of another failure: its message, or its name where it has none. */
    static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
