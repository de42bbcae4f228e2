package dev.rialto.web.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;

/**
 * The page for what could not be done.
 *
 * @param title what happened
 * @param text what one can do now
 */
public record Refusal(String title, String text) {

    /** Turns a refusal of a port into its page; a visitor who must sign in first is sent there. */
    static Answer of(DomainException refused, Wording wording) {
        ErrorKind kind = refused.code().kind();
        if (kind == ErrorKind.UNAUTHENTICATED) {
            return Answer.goTo("/account/sign-in");
        }
        int status = status(kind);
        String text = wording.first("problem." + refused.code().code(), "error." + status + ".text");
        return page(status, wording, text);
    }

    static Answer.Show ofStatus(int status, Wording wording) {
        int shown = status < 400 ? 500 : status;
        return page(shown, wording, wording.first("error." + shown + ".text", "error.500.text"));
    }

    private static Answer.Show page(int status, Wording wording, String text) {
        String title = wording.first("error." + status + ".title", "error.500.title");
        return new Answer.Show(status, "refusal", new Refusal(title, text));
    }

    private static int status(ErrorKind kind) {
        return switch (kind) {
            case INVALID -> 422;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case FORBIDDEN -> 403;
            case UNAUTHENTICATED -> 401;
            case THROTTLED -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
