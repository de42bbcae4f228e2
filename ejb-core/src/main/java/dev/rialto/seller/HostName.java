package dev.rialto.seller;

import dev.rialto.platform.Settings;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of a host in the one form in which it is kept and compared: lower case, ASCII, without a port. */
public record HostName(String text) {
    private static final int LONGEST = 253;
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    /** First labels that the mall keeps for itself under the storefronts' domain. */
    private static final Set<String> RESERVED = Set.of(
            "www",
            "mall",
            "console",
            "api",
            "admin",
            "mail",
            "smtp",
            "ns",
            "static",
            "assets",
            "pictures",
            "sandbox",
            "status",
            "support",
            "help",
            "login",
            "account",
            "pay",
            "payment");

    /** Reads a name as typed, in any script; empty when it is none. */
    public static Optional<HostName> parse(String typed) {
        String plain = typed.strip().toLowerCase(Locale.ROOT);
        try {
            String ascii = IDN.toASCII(plain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return ascii.length() <= LONGEST && FORM.matcher(ascii).matches()
                    ? Optional.of(new HostName(ascii))
                    : Optional.empty();
        } catch (IllegalArgumentException noHost) {
            return Optional.empty();
        }
    }

    /** Is it one of the mall's own, above or below one, or kept back? */
    public boolean belongsToTheMall(Settings settings) {
        if (text.equals(settings.storefrontDomain()) || isReserved(settings)) {
            return true;
        }
        return List.of(settings.mallHost(), settings.consoleHost(), settings.apiHost()).stream()
                .anyMatch(own -> text.equals(own) || text.endsWith("." + own) || own.endsWith("." + text));
    }

    /** Is it a name under this domain? */
    public boolean isUnder(String domain) {
        return text.endsWith("." + domain);
    }

    private boolean isReserved(Settings settings) {
        String under = "." + settings.storefrontDomain();
        if (!text.endsWith(under)) {
            return false;
        }
        String label = text.substring(0, text.length() - under.length());
        return label.contains(".") || RESERVED.contains(label);
    }
}
