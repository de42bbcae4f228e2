package dev.rialto.returns;

import dev.rialto.platform.SettingReader;
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
        SettingReader reader = new SettingReader(config);
        return new ReturnSettings(
                reader.number("rialto.returns.withdrawal.days", 14, 0, 9999),
                reader.number("rialto.returns.fault.days", 730, 0, 9999));
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
