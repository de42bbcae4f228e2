package dev.rialto.system.recharge;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The long form of the tests that kill units: not part of the suite, started by name, {@code -Dsoak.minutes} long. A mall
 * and two units do the work; the units are killed at random.
 */
class CardSoak {
    @TempDir
    private static Path folder;

    @Test
    void nothingIsLostOrDoneTwiceHoweverOftenUnitsDie() throws Exception {
        System.setProperty("mall.RIALTO_CODE_FOUR_EYES_ABOVE", "1000000");
        Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("soak.minutes", 5)));
        try (SoakedUnits soak = new SoakedUnits(folder, Long.getLong("soak.seed", System.nanoTime()))) {
            do {
                soak.round();
                System.out.println(soak.line());
            } while (Instant.now().isBefore(end));
        }
    }
}
