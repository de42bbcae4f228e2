package dev.rialto.returns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Where a return stands, and where it may go from there. */
public enum ReturnState {
    REFUSED(),
    REFUNDED(),
    EXCHANGED(),
    /** Nothing was accepted, or nothing is left to give back. */
    CLOSED(),
    INSPECTED(REFUNDED, EXCHANGED, CLOSED),
    RECEIVED(INSPECTED, CLOSED),
    APPROVED(RECEIVED, REFUSED),
    REQUESTED(APPROVED, REFUSED);

    private final Set<ReturnState> next;

    ReturnState(ReturnState... next) {
        this.next = Set.of(next);
    }

    public boolean mayBecome(ReturnState state) {
        return next.contains(state);
    }

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReturnState ofStored(String text) {
        return Arrays.stream(values())
                .filter(state -> state.stored().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown state of a return: " + text));
    }
}
