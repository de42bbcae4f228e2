package dev.rialto.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What an installation sets, by environment ({@code RIALTO_DB_URL}), system property ({@code rialto.db.url}) or file.
 *
 * @param surfaces what this process serves: mall, storefront, console, gateway, worker
 * @param mallHost host of the mall's own front
 * @param consoleHost host of the console
 * @param apiHost host of the partner API
 * @param storefrontDomain the domain under which storefronts get a name of their own: NAME.storefrontDomain
 * @param publicScheme http or https, as browsers see it
 * @param publicPort the port as browsers see it
 * @param dataFolder where pictures and keys are kept
 * @param owner who may migrate the database
 * @param testClock true when tests may move the clock
 */
public record Settings(
        Set<String> surfaces,
        String mallHost,
        String consoleHost,
        String apiHost,
        String storefrontDomain,
        String publicScheme,
        int publicPort,
        Path dataFolder,
        DatabaseOwner owner,
        boolean testClock) {

    /** The credential that owns the schema; the application's own is in the server's pool. */
    public record DatabaseOwner(String url, String user, String password) {}

    /** Is this surface served by this process? */
    public boolean serves(String surface) {
        return surfaces.contains(surface);
    }

    /** The address of a page as a browser types it; the default port is left out. */
    public String address(String host, String path) {
        boolean usual = publicScheme.equals("https") ? publicPort == 443 : publicPort == 80;
        return publicScheme + "://" + host + (usual ? "" : ":" + publicPort) + path;
    }

    static Settings from(Config config) {
        SettingReader reader = new SettingReader(config);
        return new Settings(
                Arrays.stream(reader.text("rialto.surfaces", "mall,storefront,console,gateway,worker")
                                .split(","))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet()),
                reader.text("rialto.host.mall", "mall.localhost"),
                reader.text("rialto.host.console", "console.localhost"),
                reader.text("rialto.host.api", "api.localhost"),
                reader.text("rialto.host.storefronts", "localhost"),
                reader.text("rialto.public.scheme", "http"),
                reader.port("rialto.public.port", 8080),
                Path.of(reader.text("rialto.data", "data")).toAbsolutePath(),
                new DatabaseOwner(
                        reader.text("rialto.db.owner.url", "jdbc:postgresql://localhost:5432/rialto"),
                        reader.text("rialto.db.owner.user", "rialto_owner"),
                        reader.secret("rialto.db.owner.password")),
                Boolean.parseBoolean(reader.text("rialto.test.clock", "false")));
    }

    /** Reads the settings once, when the application starts. */
    @ApplicationScoped
    static class Source {
        private final Settings settings = Settings.from(ConfigProvider.getConfig());

        /** A wrong setting stops the application when it starts: to be told, this bean is made then. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {}

        @Produces
        Settings settings() {
            return settings;
        }
    }
}
