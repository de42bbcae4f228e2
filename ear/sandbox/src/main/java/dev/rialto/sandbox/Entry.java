package dev.rialto.sandbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal.
 *
 * @param number counts from 1 without gaps
 * @param session the session it is about; empty for what is about none
 * @param requestId the merchant's request, if one caused it
 * @param detail the rest, by name; a card only ever as its last four digits
 */
record Entry(
        long number,
        Instant at,
        Kind kind,
        String session,
        @Nullable String requestId,
        Map<String, String> detail) {

    /** What happened. */
    enum Kind {
        OPENED,
        CHALLENGED,
        CHALLENGE_FAILED,
        DECLINED(true),
        PENDING,
        APPROVED(true),
        CANCELLED(true),
        CAPTURED(true),
        VOIDED(true),
        REFUNDED(true),
        DISPUTED(true),
        CONTESTED,
        DISPUTE_WON(true),
        DISPUTE_LOST(true),
        CARD_FORGOTTEN,
        ACCOUNT_OPENED,
        PAID_IN(true),
        ACCOUNT_CLOSED,
        REFUSED,
        RECHARGED,
        TOLD,
        NOT_TOLD,
        SWITCHED;

        private final boolean told;

        Kind() {
            this(false);
        }

        Kind(boolean told) {
            this.told = told;
        }

        /** Is the merchant called back about it? */
        boolean isTold() {
            return told;
        }
    }

    String text(String name) {
        return detail.getOrDefault(name, "");
    }

    long amount() {
        return Long.parseLong(detail.getOrDefault("amount", "0"));
    }

    /** The id of the call-back about this entry: the same at every try. */
    String eventId() {
        return "evt_" + session + "_" + number;
    }
}
