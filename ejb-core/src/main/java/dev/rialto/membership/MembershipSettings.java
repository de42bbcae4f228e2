package dev.rialto.membership;

import dev.rialto.platform.SettingReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What an installation sets about sign-in.
 *
 * @param shopperIdle after which a shopper is signed out ({@code rialto.session.shopper.minutes}, 30)
 * @param staffIdle after which staff are signed out ({@code rialto.session.staff.minutes}, 15)
 * @param signInsPerMinute tries from one address ({@code rialto.sign.in.per.minute}, 5)
 * @param joinsPerHour join forms from one address ({@code rialto.join.per.hour}, 20)
 * @param secondFactorRequired true unless {@code rialto.staff.second.factor} is {@code optional}
 */
record MembershipSettings(
        Duration shopperIdle,
        Duration staffIdle,
        int signInsPerMinute,
        int joinsPerHour,
        boolean secondFactorRequired) {

    private static final int MOST = 1_000_000;

    /** Join forms from one address that ran into an account: a few typing errors, not a search. */
    int refusedJoinsPerHour() {
        return Math.max(1, joinsPerHour / 4);
    }

    static MembershipSettings from(Config config) {
        SettingReader reader = new SettingReader(config);
        return new MembershipSettings(
                Duration.ofMinutes(reader.number("rialto.session.shopper.minutes", 30, 1, MOST)),
                Duration.ofMinutes(reader.number("rialto.session.staff.minutes", 15, 1, MOST)),
                reader.number("rialto.sign.in.per.minute", 5, 1, MOST),
                reader.number("rialto.join.per.hour", 20, 1, MOST),
                isRequired(reader.text("rialto.staff.second.factor", "required")));
    }

    private static boolean isRequired(String word) {
        return switch (word) {
            case "required" -> true;
            case "optional" -> false;
            default ->
                throw new IllegalStateException("rialto.staff.second.factor must be required or optional, not " + word);
        };
    }

    /** Reads the settings once, when the application starts. */
    @ApplicationScoped
    static class Source {
        private final MembershipSettings settings = MembershipSettings.from(ConfigProvider.getConfig());

        /** A wrong setting stops the application when it starts: to be told, this bean is made then. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {}

        @Produces
        MembershipSettings settings() {
            return settings;
        }
    }
}
