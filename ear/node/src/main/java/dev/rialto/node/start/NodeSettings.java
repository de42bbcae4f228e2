package dev.rialto.node.start;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of a storefront on its seller's own server, all checked.
 *
 * @param gateway address of the mall's gateway: scheme, host, port
 * @param keyId id of the storefront's credential
 * @param keySecret its secret
 * @param address of the storefront as shoppers see it: scheme, host, port
 * @param port it listens on
 * @param theme folder of the seller's own look; it need not be there
 * @param folder of the settings file
 */
public record NodeSettings(
        URI gateway, String keyId, String keySecret, URI address, int port, Path theme, Path folder) {
    /** Name of the system property that holds the path of the settings file. */
    public static final String FILE = "rialto.node.settings";

    private static final String GATEWAY = "rialto.node.gateway";
    private static final String KEY_ID = "rialto.node.key.id";
    private static final String KEY_SECRET = "rialto.node.key.secret";
    private static final String ADDRESS = "rialto.node.address";
    private static final String PORT = "rialto.node.port";
    private static final String THEME = "rialto.node.theme";
    private static final Set<String> KNOWN = Set.of(GATEWAY, KEY_ID, KEY_SECRET, ADDRESS, PORT, THEME);
    private static final int HIGHEST_PORT = 65535;

    /**
     * Reads the file.
     *
     * @throws SettingsProblem naming the file or the setting
     */
    public static NodeSettings read(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Properties properties = new Properties();
        try (Reader lines = Files.newBufferedReader(whole)) {
            properties.load(lines);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsProblem("The settings file " + whole + " cannot be read (" + e + ").", e);
        }
        return new Reading(whole, properties).settings();
    }

    /** Where the redirect after signing in at the mall leads. */
    public String signedIn() {
        return address + "/signed-in";
    }

    /** Do shoppers come over TLS? */
    public boolean isSecure() {
        return "https".equals(address.getScheme());
    }

    public String host() {
        return address.getHost();
    }

    @Override
    public String toString() {
        return "NodeSettings[" + keyId + " at " + gateway + "]";
    }

    private record Reading(Path file, Properties properties) {
        NodeSettings settings() {
            Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
            unknown.removeAll(KNOWN);
            if (!unknown.isEmpty()) {
                throw new SettingsProblem(
                        file + ": there is no setting " + unknown.iterator().next() + ".");
            }
            Path folder = java.util.Objects.requireNonNull(file.getParent());
            return new NodeSettings(
                    place(GATEWAY),
                    matching(KEY_ID, "sf_[a-z]+_[A-Za-z0-9]{10,60}", "the key's id, as in sf_live_…"),
                    matching(KEY_SECRET, "\\S.{7,199}", "the key's secret, at least 8 characters"),
                    place(ADDRESS),
                    port(),
                    folder.resolve(properties.getProperty(THEME, "theme").strip()),
                    folder);
        }

        private String text(String key) {
            String value = properties.getProperty(key, "").strip();
            if (value.isEmpty()) {
                throw new SettingsProblem(file + ": the setting " + key + " is missing.");
            }
            return value;
        }

        private String matching(String key, String form, String what) {
            String value = text(key);
            if (!value.matches(form)) {
                throw new SettingsProblem(file + ": the setting " + key + " must be " + what + ".");
            }
            return value;
        }

        private URI place(String key) {
            String value = text(key).toLowerCase(Locale.ROOT).replaceFirst("/$", "");
            try {
                URI uri = new URI(value);
                boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
                if (web
                        && uri.getHost() != null
                        && value.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                        && uri.getRawUserInfo() == null) {
                    return uri;
                }
            } catch (URISyntaxException noAddress) {
                throw wrongPlace(key, value, noAddress);
            }
            throw wrongPlace(key, value, null);
        }

        private SettingsProblem wrongPlace(String key, String value, @org.jspecify.annotations.Nullable Exception why) {
            String message = file + ": the setting " + key + " must be a web address without a path, such as"
                    + " https://shop.example.com, not \"" + value + "\".";
            return why == null ? new SettingsProblem(message) : new SettingsProblem(message, why);
        }

        private int port() {
            String value = properties.getProperty(PORT, "8080").strip();
            if (value.matches("[1-9][0-9]{0,4}") && Integer.parseInt(value) <= HIGHEST_PORT) {
                return Integer.parseInt(value);
            }
            throw new SettingsProblem(
                    file + ": the setting " + PORT + " must be a port from 1 to 65535, not \"" + value + "\".");
        }
    }
}
