package dev.rialto.sandbox;

import java.time.Instant;

/**
 * A chargeback as merchants see it.
 *
 * @param amount minor units that the buyer's bank takes back
 * @param dueAt until when it can be answered
 */
record Dispute(String id, State state, long amount, String reason, Instant dueAt) {

    /** Where it stands. */
    enum State {
        OPEN,
        CONTESTED,
        WON,
        LOST;

        boolean isOver() {
            return this == WON || this == LOST;
        }
    }

    static Dispute of(Entry entry) {
        return new Dispute(
                entry.text("dispute"),
                State.OPEN,
                entry.amount(),
                entry.text("reason"),
                Instant.parse(entry.text("due_at")));
    }

    Dispute in(State next) {
        return new Dispute(id, next, amount, reason, dueAt);
    }
}
