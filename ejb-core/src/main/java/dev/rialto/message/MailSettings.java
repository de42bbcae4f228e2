package dev.rialto.message;

import dev.rialto.platform.SettingReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The mail server of an installation ({@code rialto.mail.*}).
 *
 * @param host empty: mails are kept in the outbox and none is sent
 * @param user empty: no authentication
 * @param transport how the connection is secured
 * @param from the address mails come from
 */
public record MailSettings(String host, int port, String user, String password, Security transport, String from) {

    /** How the connection to the server is secured. */
    public enum Security {
        PLAIN,
        STARTTLS,
        TLS
    }

    /** Is a server named? */
    public boolean isOn() {
        return !host.isEmpty();
    }

    static MailSettings from(Config config) {
        SettingReader reader = new SettingReader(config);
        return new MailSettings(
                reader.text("rialto.mail.host", ""),
                reader.port("rialto.mail.port", 25),
                reader.text("rialto.mail.user", ""),
                reader.secret("rialto.mail.password"),
                security(reader.text("rialto.mail.security", "plain")),
                reader.text("rialto.mail.from", "no-reply@mall.localhost"));
    }

    private static Security security(String setting) {
        return Arrays.stream(Security.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(setting))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "rialto.mail.security must be plain, starttls or tls, not " + setting));
    }

    /** Reads the settings once. */
    @ApplicationScoped
    static class Source {
        private final MailSettings settings = MailSettings.from(ConfigProvider.getConfig());

        /** A wrong setting stops the application when it starts: to be told, this bean is made then. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {}

        @Produces
        MailSettings settings() {
            return settings;
        }
    }
}
