package dev.rialto.web.console;

import java.util.Optional;

/**
 * One page of the console, made anew for each request. Its class has a {@link Route}; its template finds it as
 * {@code page}.
 */
public interface ConsolePage {

    /** Reads what the page shows; also after a post that was refused. */
    Outcome open(Visit visit);

    /**
     * Does what a form of the page asks.
     *
     * @param action the name of the button that was pressed
     */
    default Outcome act(Visit visit, String action) {
        throw ConsoleError.UNKNOWN_ACTION.because("action", "unknown");
    }

    /** What the page's form edits, so that its reader is told when somebody else changes it (D35). */
    default Optional<Subject> edits(Visit visit) {
        return Optional.empty();
    }

    /** What stands above the page and in the browser's tab; the text of its view unless it has a name of its own. */
    default String title(Visit visit) {
        return visit.say("page." + visit.view());
    }
}
