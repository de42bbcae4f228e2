package dev.rialto.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment sets.
 *
 * @param host address to listen on ({@code RIALTO_SANDBOX_HOST})
 * @param port port to listen on, 0 for any free one ({@code RIALTO_SANDBOX_PORT})
 * @param journal the journal's file ({@code RIALTO_SANDBOX_JOURNAL})
 * @param key the merchant's key ({@code RIALTO_SANDBOX_KEY})
 * @param secret signs call-backs, {@code whsec_} and base 64 ({@code RIALTO_SANDBOX_SECRET})
 * @param publicUrl address as browsers see it; without it the one listened on ({@code RIALTO_SANDBOX_URL})
 * @param callBackPause wait before the second try of a call-back ({@code RIALTO_SANDBOX_RETRY_MILLIS})
 * @param sessionLife how long a card page stays open ({@code RIALTO_SANDBOX_SESSION_MINUTES})
 */
public record SandboxSettings(
        String host,
        int port,
        Path journal,
        String key,
        String secret,
        @Nullable String publicUrl,
        Duration callBackPause,
        Duration sessionLife) {

    static final String DEFAULT_KEY = "sandbox_key_for_trying_out";
    static final String DEFAULT_SECRET = "whsec_c2FuZGJveC1zZWNyZXQtZm9yLXRyeWluZy1vdXQ=";

    /** A setting that cannot be used; the message is one line that names it. */
    public static final class WrongSetting extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongSetting(String message) {
            super(message);
        }
    }

    /**
     * Reads the environment.
     *
     * @throws WrongSetting with one line that names the setting
     */
    public static SandboxSettings from(Map<String, String> environment) {
        Reader read = new Reader(environment);
        return new SandboxSettings(
                read.text("RIALTO_SANDBOX_HOST", "127.0.0.1"),
                read.number("RIALTO_SANDBOX_PORT", 9090, 65_535),
                Path.of(read.text("RIALTO_SANDBOX_JOURNAL", "sandbox-journal.jsonl")),
                read.matching("RIALTO_SANDBOX_KEY", DEFAULT_KEY, "\\S{16,}", "at least 16 characters without spaces"),
                read.matching(
                        "RIALTO_SANDBOX_SECRET",
                        DEFAULT_SECRET,
                        "whsec_[A-Za-z0-9+/]{24,}={0,2}",
                        "whsec_ and base 64"),
                environment.containsKey("RIALTO_SANDBOX_URL")
                        ? read.matching("RIALTO_SANDBOX_URL", "", "https?://[^/?#]+", "an address without path")
                        : null,
                Duration.ofMillis(read.number("RIALTO_SANDBOX_RETRY_MILLIS", 1_000, 3_600_000)),
                Duration.ofMinutes(read.number("RIALTO_SANDBOX_SESSION_MINUTES", 30, 1_440)));
    }

    private record Reader(Map<String, String> environment) {
        String text(String name, String otherwise) {
            String value = environment.getOrDefault(name, otherwise).strip();
            return value.isEmpty() ? otherwise : value;
        }

        String matching(String name, String otherwise, String form, String says) {
            String value = text(name, otherwise);
            if (!value.matches(form)) {
                throw new WrongSetting(name + " must be " + says);
            }
            return value;
        }

        int number(String name, int otherwise, int most) {
            String value = text(name, String.valueOf(otherwise));
            if (!value.matches("\\d{1,7}") || Integer.parseInt(value) > most) {
                throw new WrongSetting(name + " must be a number from 0 to " + most + ", not " + value);
            }
            return Integer.parseInt(value);
        }
    }
}
