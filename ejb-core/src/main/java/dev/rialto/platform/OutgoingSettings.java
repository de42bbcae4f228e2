package dev.rialto.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What an installation sets about calls to addresses that others chose.
 *
 * @param allowed {@code host:port} that may be called although they are private or speak plain http
 *     ({@code rialto.outgoing.allow}); for trying out
 */
public record OutgoingSettings(Set<String> allowed) {
    private static final String KEY = "rialto.outgoing.allow";

    public OutgoingSettings {
        allowed = Set.copyOf(allowed);
    }

    /** May this place be called, whatever it is? */
    boolean allows(String host, int port) {
        return allowed.contains(host + ":" + port);
    }

    static OutgoingSettings from(Config config) {
        return new OutgoingSettings(Arrays.stream(
                        config.getOptionalValue(KEY, String.class).orElse("").split(","))
                .map(String::strip)
                .filter(place -> !place.isEmpty())
                .map(OutgoingSettings::place)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static String place(String text) {
        if (!text.matches("[^\\s/@*]+:[0-9]{1,5}")) {
            throw new IllegalStateException(KEY + " must list host:port, not " + text);
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** Reads the settings once. */
    @ApplicationScoped
    static class Source {
        private final OutgoingSettings settings = OutgoingSettings.from(ConfigProvider.getConfig());

        /** A wrong setting stops the application when it starts: to be told, this bean is made then. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {}

        @Produces
        OutgoingSettings settings() {
            return settings;
        }
    }
}
