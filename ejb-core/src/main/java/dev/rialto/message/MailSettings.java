package dev.rialto.message;

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
        return new MailSettings(
                text(config, "rialto.mail.host", ""),
                config.getOptionalValue("rialto.mail.port", Integer.class).orElse(25),
                text(config, "rialto.mail.user", ""),
                text(config, "rialto.mail.password", ""),
                security(text(config, "rialto.mail.security", "plain")),
                text(config, "rialto.mail.from", "no-reply@mall.localhost"));
    }

    private static Security security(String setting) {
        return Arrays.stream(Security.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(setting))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "rialto.mail.security must be plain, starttls or tls, not " + setting));
    }

    private static String text(Config config, String key, String otherwise) {
        return config.getOptionalValue(key, String.class).orElse(otherwise);
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
