package dev.rialto.channel;

import java.util.Locale;
import java.util.UUID;

/**
 * Who recharges accounts, without its secrets.
 *
 * @param name in addresses and settings: lower case, digits, hyphens
 * @param label as people read it
 * @param adapter which way of talking it understands
 * @param description how that way is filled in, as JSON
 */
public record CardProvider(
        UUID id, String name, String label, String adapter, String url, String description, State state, long version) {

    /** Whether it is asked for new recharges. */
    public enum State {
        ACTIVE,
        OFF;

        public String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
