package dev.rialto.web.console;

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

    /** What stands above the page and in the browser's tab; the text of its view unless it has a name of its own. */
    default String title(Visit visit) {
        return visit.say("page." + visit.view());
    }
}
