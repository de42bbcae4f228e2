package dev.rialto.audience;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ten years of age, on a given day (D71). */
public enum AgeBand {
    UNDER_20(0, 20),
    TWENTIES(20, 30),
    THIRTIES(30, 40),
    FORTIES(40, 50),
    FIFTIES(50, 60),
    FROM_60(60, 200);

    private final int from;
    private final int below;

    AgeBand(int from, int below) {
        this.from = from;
        this.below = below;
    }

    /** As it stands in addresses and in saved criteria. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The band of a key. */
    public static Optional<AgeBand> of(@Nullable String key) {
        return Arrays.stream(values()).filter(band -> band.key().equals(key)).findFirst();
    }

    /** Whoever was born after this day is too young. */
    LocalDate latestBirth(LocalDate today) {
        return today.minusYears(from);
    }

    /** Whoever was born on this day or before is too old. */
    LocalDate earliestBirth(LocalDate today) {
        return today.minusYears(below);
    }
}
