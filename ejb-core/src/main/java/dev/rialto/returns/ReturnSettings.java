package dev.rialto.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * How long goods may come back.
 *
 * @param withdrawalDays days after delivery in which a buyer may withdraw ({@code rialto.returns.withdrawal.days}, 14 as
 *     the law of the European Union has it; 0 where there is no such right)
 * @param faultDays days after delivery in which a fault is taken up ({@code rialto.returns.fault.days})
 */
public record ReturnSettings(int withdrawalDays, int faultDays) {

    static ReturnSettings from(Config config) {
        return new ReturnSettings(
                days(config, "rialto.returns.withdrawal.days", "14"), days(config, "rialto.returns.fault.days", "730"));
    }

    private static int days(Config config, String key, String otherwise) {
        String text = config.getOptionalValue(key, String.class).orElse(otherwise);
        if (!text.matches("[0-9]{1,4}")) {
            throw new IllegalStateException(key + " must be whole days from 0 to 9999, not " + text);
        }
        return Integer.parseInt(text);
    }

    /** Reads the settings once, when the application starts. */
    @ApplicationScoped
    static class Source {
        private volatile @Nullable ReturnSettings read;

        /** A wrong setting stops the application when it starts. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {
            settings();
        }

        @Produces
        ReturnSettings settings() {
            ReturnSettings known = read;
            if (known == null) {
                known = from(ConfigProvider.getConfig());
                read = known;
            }
            return known;
        }
    }
}
