package dev.rialto.web.console;

/** A condition that must hold before anything is changed through the console. */
public interface BeforeChange {

    /**
     * Refuses a form when the condition does not hold for the one who sends it.
     *
     * @param view the page it was sent to
     */
    void check(Visit visit, String view);
}
