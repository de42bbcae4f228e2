package dev.rialto.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account for the deposit of one order, as merchants see it. */
record Account(
        String id,
        String requestId,
        String merchantReference,
        State state,
        long amount,
        String currency,
        long received,
        String bank,
        String number,
        String holder,
        String language,
        String callbackUrl,
        Instant dueAt) {

    /** Is money taken in? */
    enum State {
        OPEN,
        CLOSED
    }

    /**
     * A merchant's request for an account.
     *
     * @param amount minor units that are due
     * @param dueAt RFC 3339; no money is taken in afterwards
     */
    record Opening(
            @Nullable String requestId,
            @Nullable String merchantReference,
            long amount,
            @Nullable String currency,
            @Nullable String callbackUrl,
            @Nullable String dueAt,
            @Nullable String language) {

        private static final Set<String> LANGUAGES = Set.of("ko", "en", "ja", "zh");

        /** Throws {@link Refusal} that names the first wrong field; the rest is as for a page to pay on. */
        Map<String, String> checked() {
            String back = callbackUrl == null ? "http://localhost/" : callbackUrl;
            new dev.rialto.sandbox.Opening(
                            requestId,
                            merchantReference,
                            null,
                            amount,
                            currency,
                            back,
                            callbackUrl,
                            language,
                            null,
                            null)
                    .check();
            try {
                Instant.parse(dueAt == null ? "" : dueAt);
            } catch (java.time.DateTimeException e) {
                throw new Refusal(422, "invalid", "due_at", "due_at must be a time as RFC 3339 writes it");
            }
            return Map.of(
                    "merchant_reference", String.valueOf(merchantReference),
                    "amount", String.valueOf(amount),
                    "currency", String.valueOf(currency),
                    "callback_url", callbackUrl == null ? "" : callbackUrl,
                    "due_at", String.valueOf(dueAt),
                    "language", language != null && LANGUAGES.contains(language) ? language : "en");
        }
    }

    static Account of(Entry entry) {
        return new Account(
                entry.session(),
                entry.requestId() == null ? "" : entry.requestId(),
                entry.text("merchant_reference"),
                State.OPEN,
                entry.amount(),
                entry.text("currency"),
                0,
                entry.text("bank"),
                entry.text("number"),
                entry.text("holder"),
                entry.text("language"),
                entry.text("callback_url"),
                Instant.parse(entry.text("due_at")));
    }

    Account after(Entry entry) {
        return new Account(
                id,
                requestId,
                merchantReference,
                entry.kind() == Entry.Kind.ACCOUNT_CLOSED ? State.CLOSED : state,
                amount,
                currency,
                received + (entry.kind() == Entry.Kind.PAID_IN ? entry.amount() : 0),
                bank,
                number,
                holder,
                language,
                callbackUrl,
                dueAt);
    }

    boolean isOpenAt(Instant now) {
        return state == State.OPEN && now.isBefore(dueAt);
    }
}
