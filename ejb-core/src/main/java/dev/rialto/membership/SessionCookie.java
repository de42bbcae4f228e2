package dev.rialto.membership;

import dev.rialto.platform.Settings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** The cookie that carries a session's token; shops and console have their own, and each host keeps its own. */
public final class SessionCookie {
    private SessionCookie() {}

    /** Its name: under https only this very host may set it. */
    public static String name(Settings settings, SessionView.Kind kind) {
        String plain = kind == SessionView.Kind.STAFF ? "rialto_console" : "rialto";
        return settings.publicScheme().equals("https") ? "__Host-" + plain : plain;
    }

    /** The header that gives it to the browser; it lasts as long as the browser runs for staff, 60 days for shoppers. */
    public static String give(Settings settings, SessionView.Kind kind, String token) {
        String age = kind == SessionView.Kind.STAFF ? "" : "; Max-Age=" + 60 * 24 * 3600;
        return name(settings, kind) + "=" + token + age + attributes(settings, kind);
    }

    /** The header that takes it away. */
    public static String take(Settings settings, SessionView.Kind kind) {
        return name(settings, kind) + "=; Max-Age=0" + attributes(settings, kind);
    }

    /** Reads the token of a request. */
    public static Optional<String> read(Settings settings, SessionView.Kind kind, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String name = name(settings, kind);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> value.length() == 43)
                .findFirst();
    }

    private static String attributes(Settings settings, SessionView.Kind kind) {
        return "; Path=/; HttpOnly; SameSite=" + (kind == SessionView.Kind.STAFF ? "Strict" : "Lax")
                + (settings.publicScheme().equals("https") ? "; Secure" : "");
    }
}
