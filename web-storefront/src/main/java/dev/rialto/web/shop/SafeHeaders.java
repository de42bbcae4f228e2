package dev.rialto.web.shop;

import jakarta.servlet.http.HttpServletResponse;

/** The security headers of every answer, errors and files too. */
public final class SafeHeaders {
    private static final String POLICY = "Content-Security-Policy";
    private static final String SHOP_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** What lies under a seller's own domain is not ours to speak for. */
    private static final String TWO_YEARS = "max-age=63072000";

    private SafeHeaders() {}

    /**
     * Lets forms of the answer's page lead to one more place: browsers also look where the redirect after a form goes.
     *
     * @param origin scheme, host and port
     */
    public static void letFormsLeadTo(HttpServletResponse response, String origin) {
        response.setHeader(POLICY, SHOP_POLICY.replace("form-action 'self'", "form-action 'self' " + origin));
    }

    /** Puts them on an answer; those of TLS only when browsers come over it. */
    public static void on(HttpServletResponse response, boolean secure) {
        response.setHeader(POLICY, SHOP_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        if (secure) {
            response.setHeader("Strict-Transport-Security", TWO_YEARS);
        }
    }
}
