package dev.rialto.fulfilment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Where a seller's part of an order stands, and where it may go from there. */
public enum SubOrderState {
    LAPSED(),
    CANCELLED(),
    DELIVERED(),
    SHIPPED(DELIVERED),
    PARTLY_SHIPPED(SHIPPED),
    TO_SHIP(PARTLY_SHIPPED, SHIPPED, DELIVERED, CANCELLED),
    AWAITING_DEPOSIT(TO_SHIP, LAPSED, CANCELLED);

    private final Set<SubOrderState> next;

    SubOrderState(SubOrderState... next) {
        this.next = Set.of(next);
    }

    public boolean mayBecome(SubOrderState state) {
        return next.contains(state);
    }

    /** May something be shipped? */
    public boolean isShippable() {
        return this == TO_SHIP || this == PARTLY_SHIPPED;
    }

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SubOrderState ofStored(String text) {
        return Arrays.stream(values())
                .filter(state -> state.stored().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown state of a sub-order: " + text));
    }
}
