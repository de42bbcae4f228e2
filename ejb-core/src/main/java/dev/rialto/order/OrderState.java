package dev.rialto.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Where an order stands, and where it may go from there. */
public enum OrderState {
    LAPSED(),
    CANCELLED(),
    PAID(CANCELLED),
    AWAITING_DEPOSIT(PAID, LAPSED, CANCELLED);

    private final Set<OrderState> next;

    OrderState(OrderState... next) {
        this.next = Set.of(next);
    }

    public boolean mayBecome(OrderState state) {
        return next.contains(state);
    }

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static OrderState ofStored(String text) {
        return Arrays.stream(values())
                .filter(state -> state.stored().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown state of an order: " + text));
    }
}
