package dev.rialto.checkout;

import dev.rialto.platform.SettingReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How long things are kept for a buyer ({@code rialto.checkout.*}).
 *
 * @param hold how long stock is held for a priced checkout
 * @param depositDays days to pay by bank transfer
 * @param abandonedAfter how long a member's cart lies untouched before a mail reminds of it
 */
public record CheckoutSettings(Duration hold, int depositDays, Duration abandonedAfter) {
    private static final int HOURS_OF_A_YEAR = 24 * 366;

    static CheckoutSettings from(Config config) {
        SettingReader reader = new SettingReader(config);
        return new CheckoutSettings(
                Duration.ofMinutes(reader.number("rialto.checkout.hold.minutes", 20, 1, 1440)),
                reader.number("rialto.checkout.deposit.days", 7, 1, 60),
                Duration.ofHours(reader.number("rialto.checkout.abandoned.hours", 24, 1, HOURS_OF_A_YEAR)));
    }

    /** Reads the settings once. */
    @ApplicationScoped
    static class Source {
        private final CheckoutSettings settings = CheckoutSettings.from(ConfigProvider.getConfig());

        /** A wrong setting stops the application when it starts: to be told, this bean is made then. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {}

        @Produces
        CheckoutSettings settings() {
            return settings;
        }
    }
}
