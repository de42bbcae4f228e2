package dev.rialto.checkout;

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
    public CheckoutSettings {
        if (hold.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalStateException("rialto.checkout.hold.minutes must be at least 1");
        }
        if (depositDays < 1 || depositDays > 60) {
            throw new IllegalStateException("rialto.checkout.deposit.days must be from 1 to 60, not " + depositDays);
        }
        if (abandonedAfter.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalStateException("rialto.checkout.abandoned.hours must be at least 1");
        }
    }

    static CheckoutSettings from(Config config) {
        return new CheckoutSettings(
                Duration.ofMinutes(config.getOptionalValue("rialto.checkout.hold.minutes", Integer.class)
                        .orElse(20)),
                config.getOptionalValue("rialto.checkout.deposit.days", Integer.class)
                        .orElse(7),
                Duration.ofHours(config.getOptionalValue("rialto.checkout.abandoned.hours", Integer.class)
                        .orElse(24)));
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
