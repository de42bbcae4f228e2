package dev.rialto.recharge;

import dev.rialto.platform.Json;
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

    /** Who asked for a recharge, and the account: kept sealed, apart from the request. */
    record Person(String name, String contact, String account) {
        byte[] sealed(MasterKey master) {
            return master.seal(Json.write(this).getBytes(StandardCharsets.UTF_8));
        }

        static Person open(MasterKey master, byte[] sealed) {
            return Json.read(new String(master.open(sealed), StandardCharsets.UTF_8), Person.class);
        }

        @Override
        public String toString() {
            return "somebody";
        }
    }
}
