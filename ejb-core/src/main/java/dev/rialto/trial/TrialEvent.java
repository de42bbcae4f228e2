package dev.rialto.trial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can happen to an order without the seller. */
public enum TrialEvent {
    /** The deposit arrives. */
    PAY,
    /** The deposit stays away. */
    LAPSE,
    /** All is handed to a carrier. */
    SHIP,
    /** The carrier delivers. */
    DELIVER,
    /** The buyer sends everything back. */
    RETURN;

    /** By its name in small letters. */
    public static Optional<TrialEvent> named(String name) {
        return Arrays.stream(values()).filter(event -> event.key().equals(name)).findFirst();
    }

    /** Its name in small letters. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
