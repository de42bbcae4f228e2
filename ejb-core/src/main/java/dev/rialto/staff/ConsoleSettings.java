package dev.rialto.staff;

import dev.rialto.platform.SettingReader;
import dev.rialto.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where the console is and who may knock.
 *
 * @param allow from where the console may be asked ({@code rialto.console.allow}); empty for anywhere
 * @param proxies whose word about forwarded requests counts ({@code rialto.proxies}); empty for nobody's
 * @param port of its own ({@code rialto.console.port}); 0 when it shares the mall's
 * @param address as browsers type it, without a path
 * @param privateProviders may sign-on providers be on private addresses ({@code rialto.sign.on.private})?
 */
public record ConsoleSettings(
        List<AddressRange> allow, List<AddressRange> proxies, int port, String address, boolean privateProviders) {
    public ConsoleSettings {
        allow = List.copyOf(allow);
        proxies = List.copyOf(proxies);
    }

    /** Has the console a port of its own? */
    public boolean hasOwnPort() {
        return port > 0;
    }

    /** May the console be asked from there? */
    public boolean admits(String address) {
        return allow.isEmpty() || allow.stream().anyMatch(range -> range.contains(address));
    }

    /** Is it one of the proxies that stand before the mall? */
    public boolean isProxy(String address) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * From where a request came that came through the proxies: from the right, the first that is none of them. What stands
     * left of it anybody could have written.
     *
     * @param sender who is connected
     * @param forwardedFor the headers of that name
     */
    public String sender(String sender, List<String> forwardedFor) {
        List<String> way = Arrays.stream(String.join(",", forwardedFor).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        String last = sender;
        for (int i = way.size() - 1; i >= 0 && isProxy(last); i--) {
            last = way.get(i);
        }
        return last;
    }

    static ConsoleSettings from(Config config, Settings settings) {
        SettingReader reader = new SettingReader(config);
        int port = reader.number("rialto.console.port", 0, 0, 65_535);
        int shown = reader.port("rialto.console.public.port", port > 0 ? port : settings.publicPort());
        boolean usual = shown == (settings.publicScheme().equals("https") ? 443 : 80);
        return new ConsoleSettings(
                AddressRange.list("rialto.console.allow", reader.text("rialto.console.allow", "")),
                AddressRange.list("rialto.proxies", reader.text("rialto.proxies", "")),
                port,
                settings.publicScheme() + "://" + settings.consoleHost() + (usual ? "" : ":" + shown),
                Boolean.parseBoolean(reader.text("rialto.sign.on.private", "")));
    }

    /** Reads the settings once, when the application starts. */
    @ApplicationScoped
    static class Source {
        private final ConsoleSettings settings;

        @Inject
        Source(Settings settings) {
            this.settings = from(ConfigProvider.getConfig(), settings);
        }

        /** For the proxy of the container. */
        @SuppressWarnings("NullAway")
        protected Source() {
            this.settings = null;
        }

        /** A wrong setting stops the application when it starts: to be told, this bean is made then. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {}

        @Produces
        ConsoleSettings settings() {
            return settings;
        }
    }
}
