package dev.rialto.recharge;

import dev.rialto.kernel.Texts;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recharge and what has become of it.
 *
 * @param names of the product, per language; empty while none is known
 * @param refusal why it was refused or failed, as strangers hear it; null otherwise
 * @param account masked
 * @param unit that took it in
 */
public record RechargeView(
        UUID id,
        UUID channel,
        State state,
        Map<String, String> names,
        @Nullable String refusal,
        String account,
        @Nullable String providerNumber,
        String unit,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** How far it is. */
    public enum State {
        /** Not qualified; nothing was done. */
        REFUSED,
        /** The provider is being asked. */
        CALLING,
        /** The provider's answer was lost; it is asked again. */
        UNKNOWN,
        /** The account is recharged. */
        DONE,
        /** The provider would not; the code is good again. */
        FAILED;

        /** Is there nothing to wait for? */
        public boolean isOver() {
            return this != CALLING && this != UNKNOWN;
        }

        public String stored() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public RechargeView {
        names = Map.copyOf(names);
    }

    public String product(String language) {
        return Texts.pick(names, language, "en");
    }
}
