package dev.rialto.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Ways to misbehave. Each can be switched on for a number of times, or comes with its own amount. */
enum Fault {
    /** The next card is declined, whichever it is. */
    DECLINE(90_001),
    /** The approval comes later than the shopper returns. */
    LATE_APPROVAL(90_002),
    /** Nobody is called back. */
    NO_CALLBACK(90_003),
    /** Call-backs are made twice, with the same id. */
    CALLBACK_TWICE(90_004),
    /** A merchant's request is done and the answer dropped. */
    DROP_ANSWER(90_005),
    /** Answers to merchants and shoppers take their time. */
    DELAY(90_006),
    /** A merchant's request is refused and not done. */
    REFUSE(90_007),
    /** The card form is done and the answer to the browser dropped. */
    DROP_PAGE(90_008),
    /** A merchant's request is answered with 503 and not done. */
    UNAVAILABLE(90_009);

    private final long amount;

    Fault(long amount) {
        this.amount = amount;
    }

    /** The amount in minor units that brings this about. */
    long amount() {
        return amount;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Fault> labelled(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label().equals(label))
                .findFirst();
    }
}
