package dev.rialto.payment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Where a payment stands, and from where it may get there. */
public enum PaymentState {
    /** Written down, the gateway not yet called. */
    CREATED(Set.of()),
    /** The gateway's page is open to the shopper. */
    PENDING(Set.of("created", "unknown")),
    /** The gateway's answer was lost; it will be asked again. */
    UNKNOWN(Set.of("created")),
    /** The gateway authorised the amount. */
    APPROVED(Set.of("created", "pending", "unknown")),
    /** The gateway refused for good, or its page was left until it expired. */
    DECLINED(Set.of("created", "pending", "unknown")),
    /** The money is the mall's. */
    CAPTURED(Set.of("approved", "awaiting_deposit")),
    /** Given up, or given back before it was captured. */
    VOIDED(Set.of("created", "pending", "unknown", "approved")),
    /** A deposit is waited for until its due date. */
    AWAITING_DEPOSIT(Set.of()),
    /** The deposit did not come in time. */
    LAPSED(Set.of("awaiting_deposit"));

    private final Set<String> before;

    PaymentState(Set<String> before) {
        this.before = before;
    }

    /** The stored names of the states that may become this one. */
    String[] mayFollow() {
        return before.toArray(String[]::new);
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PaymentState ofStored(String text) {
        return Arrays.stream(values())
                .filter(state -> state.stored().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown payment state " + text));
    }

    /** The stored names of the states in which the shopper may still pay. */
    static String[] open() {
        return Arrays.stream(values())
                .filter(PaymentState::isOpen)
                .map(PaymentState::stored)
                .toArray(String[]::new);
    }

    /** May the shopper still pay on the gateway's page? */
    public boolean isOpen() {
        return this == CREATED || this == PENDING || this == UNKNOWN;
    }

    /** Is the money authorised or ours? */
    public boolean isPaid() {
        return this == APPROVED || this == CAPTURED;
    }
}
