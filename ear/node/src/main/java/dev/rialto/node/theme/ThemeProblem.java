package dev.rialto.node.theme;

/** A file of the theme that does not fit; the message names file and place. */
final class ThemeProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    ThemeProblem(String message) {
        super(message);
    }
}
