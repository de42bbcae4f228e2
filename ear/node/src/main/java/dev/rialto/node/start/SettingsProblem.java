package dev.rialto.node.start;

/** A setting that is missing or wrong; the message names it. */
public final class SettingsProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    SettingsProblem(String message) {
        super(message);
    }

    SettingsProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
