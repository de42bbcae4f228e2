package dev.rialto.membership;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail address in the one form in which it is kept and compared: composed, lower case, its domain in ASCII. */
public record EmailAddress(String text) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART = Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\\\p{Cntrl}]+");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** Reads an address as typed; empty when it is none. */
    public static Optional<EmailAddress> parse(String typed) {
        String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int at = plain.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || plain.length() > LONGEST) {
            return Optional.empty();
        }
        String local = plain.substring(0, at);
        String domain = asciiOf(plain.substring(at + 1));
        boolean dotsAreRight = !local.startsWith(".") && !local.endsWith(".") && !local.contains("..");
        if (!dotsAreRight
                || !LOCAL_PART.matcher(local).matches()
                || !DOMAIN.matcher(domain).matches()) {
            return Optional.empty();
        }
        String whole = local + "@" + domain;
        return whole.length() > LONGEST ? Optional.empty() : Optional.of(new EmailAddress(whole));
    }

    private static String asciiOf(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            return "";
        }
    }

    String localPart() {
        return text.substring(0, text.lastIndexOf('@'));
    }
}
