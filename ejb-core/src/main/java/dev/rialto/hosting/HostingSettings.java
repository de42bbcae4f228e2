package dev.rialto.hosting;

import dev.rialto.platform.SettingReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What an installation sets about own domains.
 *
 * @param dnsHost the name server asked ({@code rialto.dns.server}); empty for the machine's own
 * @param dnsPort its port
 * @param filePort the port at which proving files are asked for ({@code rialto.domains.file.port})
 */
public record HostingSettings(Optional<String> dnsHost, int dnsPort, int filePort) {
    private static final int DNS = 53;
    private static final int HTTP = 80;

    static HostingSettings from(Config config) {
        SettingReader reader = new SettingReader(config);
        String server = reader.text("rialto.dns.server", "");
        int colon = server.lastIndexOf(':');
        return new HostingSettings(
                server.isEmpty() ? Optional.empty() : Optional.of(colon < 0 ? server : server.substring(0, colon)),
                colon < 0 ? DNS : port("rialto.dns.server", server.substring(colon + 1)),
                reader.port("rialto.domains.file.port", HTTP));
    }

    private static int port(String key, String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new IllegalStateException(key + " must name a port, not " + text);
        }
        return Integer.parseInt(text);
    }

    /** Reads the settings once. */
    @ApplicationScoped
    static class Source {
        private final HostingSettings settings = HostingSettings.from(ConfigProvider.getConfig());

        @Produces
        HostingSettings settings() {
            return settings;
        }

        /** Wrong settings are told when the application starts, not when they are first needed. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {
            settings();
        }
    }
}
