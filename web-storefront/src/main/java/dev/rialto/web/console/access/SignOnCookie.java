package dev.rialto.web.console.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** What the browser keeps on its way to a provider; only the browser that went may come back. */
final class SignOnCookie {
    private static final String NAME = "rialto_sign_on";
    private static final int SECONDS = 600;

    private SignOnCookie() {}

    static String give(boolean secure, String state) {
        // Lax: the way back begins on the provider's pages
        return NAME + "=" + state + "; Max-Age=" + SECONDS + "; Path=/sign-on; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    static String take(boolean secure) {
        return NAME + "=; Max-Age=0; Path=/sign-on; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    static Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).flatMap(cookies -> Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst());
    }
}
