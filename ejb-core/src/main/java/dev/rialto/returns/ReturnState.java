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
    /** Its buyer, or staff, do without it; nothing had come. */
    CALLED_OFF(),
    INSPECTED(REFUNDED, EXCHANGED, CLOSED),
    /** The replacement costs more, and is sent when that was paid. */
    TO_PAY(INSPECTED, REFUNDED, CLOSED),
    RECEIVED(INSPECTED, TO_PAY, CLOSED),
    APPROVED(RECEIVED, REFUSED, CALLED_OFF),
    REQUESTED(APPROVED, REFUSED, CALLED_OFF);

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
