package dev.rialto.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recharge as the card provider keeps and tells it.
 *
 * @param state done or refused
 * @param number the provider's own
 */
record Recharge(
        @Nullable String requestId,
        @Nullable String sku,
        @Nullable String account,
        @Nullable String state,
        @Nullable String number,
        @Nullable String reason) {
    private static final int LONGEST = 200;

    /** Throws {@link Refusal} that names the first wrong field of a wish. */
    void check() {
        text("request_id", requestId);
        text("sku", sku);
        text("account", account);
    }

    private static void text(String field, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw new Refusal(422, "invalid", field, field + " must be 1 to " + LONGEST + " characters");
        }
    }

    static Recharge of(Entry entry) {
        boolean done = entry.kind() == Entry.Kind.RECHARGED;
        return new Recharge(
                entry.requestId(),
                entry.text("sku"),
                entry.text("account"),
                done ? "done" : "refused",
                done ? entry.text("number") : null,
                done ? null : "the account cannot be recharged");
    }

    Map<String, String> detail(String ownNumber) {
        return Map.of("sku", String.valueOf(sku), "account", String.valueOf(account), "number", ownNumber);
    }

    boolean asksTheSameAs(Recharge known) {
        return String.valueOf(sku).equals(known.sku) && String.valueOf(account).equals(known.account);
    }
}
