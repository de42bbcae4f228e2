package dev.rialto.sandbox;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the environment sets for the card provider.
 *
 * @param host address to listen on ({@code RIALTO_CARD_SANDBOX_HOST})
 * @param port port to listen on, 0 for any free one ({@code RIALTO_CARD_SANDBOX_PORT})
 * @param journal the journal's file ({@code RIALTO_CARD_SANDBOX_JOURNAL})
 * @param key the merchant's key ({@code RIALTO_CARD_SANDBOX_KEY})
 * @param secret signs what is said on both sides ({@code RIALTO_CARD_SANDBOX_SECRET})
 * @param callBackUrl where recharges are told; nobody is told without it ({@code RIALTO_CARD_SANDBOX_CALLBACK})
 */
public record CardSettings(String host, int port, Path journal, String key, String secret, String callBackUrl) {

    /** Reads the environment; throws {@link SandboxSettings.WrongSetting} with one line that names the setting. */
    public static CardSettings from(Map<String, String> environment) {
        return new CardSettings(
                environment.getOrDefault("RIALTO_CARD_SANDBOX_HOST", "127.0.0.1"),
                port(environment.getOrDefault("RIALTO_CARD_SANDBOX_PORT", "9091")),
                Path.of(environment.getOrDefault("RIALTO_CARD_SANDBOX_JOURNAL", "card-sandbox-journal.jsonl")),
                secret(environment, "RIALTO_CARD_SANDBOX_KEY", "card_key_for_trying_out"),
                secret(environment, "RIALTO_CARD_SANDBOX_SECRET", "card-secret-for-trying-out"),
                environment.getOrDefault("RIALTO_CARD_SANDBOX_CALLBACK", ""));
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new SandboxSettings.WrongSetting(
                    "RIALTO_CARD_SANDBOX_PORT must be a number from 0 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static String secret(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, otherwise);
        if (!value.matches("\\S{16,300}")) {
            throw new SandboxSettings.WrongSetting(name + " must be at least 16 characters without spaces");
        }
        return value;
    }
}
