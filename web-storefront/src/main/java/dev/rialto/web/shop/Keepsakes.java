package dev.rialto.web.shop;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The cookies of an answer: the session's token, the language and the currency. */
public final class Keepsakes {
    private static final Duration LONG = Duration.ofDays(60);

    private final HttpServletResponse response;
    private final String sessionCookie;
    private final boolean secure;
    private @Nullable String newToken;

    Keepsakes(HttpServletResponse response, String sessionCookie, boolean secure) {
        this.response = response;
        this.sessionCookie = sessionCookie;
        this.secure = secure;
    }

    /** Gives the browser the token of its session; scripts cannot read it. */
    public void giveToken(String token) {
        newToken = token;
        add(sessionCookie, token, LONG);
    }

    /** Takes the token away. */
    public void takeToken() {
        newToken = null;
        add(sessionCookie, "", Duration.ZERO);
    }

    /** Lends the browser something for a while; scripts cannot read it. */
    public void lend(String name, String value, Duration age) {
        add(name, value, age);
    }

    /** Takes back what was lent. */
    public void takeBack(String name) {
        add(name, "", Duration.ZERO);
    }

    @Nullable
    String newToken() {
        return newToken;
    }

    void keep(String name, String value) {
        add(name, value, LONG);
    }

    private void add(String name, String value, Duration age) {
        response.addHeader(
                "Set-Cookie",
                name + "=" + value + "; Path=/; Max-Age=" + age.toSeconds() + "; HttpOnly; SameSite=Lax"
                        + (secure ? "; Secure" : ""));
    }
}
