package dev.rialto.recharge;

import dev.rialto.platform.MasterKey;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How accounts and contacts are shown and found without being readable. */
final class Account {
    private Account() {}

    /** The first and last two characters, and of a mail address the whole host. */
    static String masked(String account) {
        String plain = account.strip();
        int at = plain.lastIndexOf('@');
        return at > 0 ? hidden(plain.substring(0, at)) + plain.substring(at) : hidden(plain);
    }

    private static String hidden(String text) {
        int shown = text.length() >= 8 ? 2 : text.length() >= 4 ? 1 : 0;
        return text.substring(0, shown)
                + "•".repeat(Math.min(6, text.length() - 2 * shown))
                + text.substring(text.length() - shown);
    }

    /** What stands for it in searches. */
    static byte[] mark(MasterKey master, String purpose, String text) {
        return master.pseudonym(purpose, text.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
