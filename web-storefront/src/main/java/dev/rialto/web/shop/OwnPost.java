package dev.rialto.web.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells posts of our own pages from those another site sent. Browsers name the sender in Sec-Fetch-Site and Origin; a
 * request with neither is no browser of today and may post only while it carries no cookie, that is, in nobody's name.
 */
public final class OwnPost {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private OwnPost() {}

    /**
     * May the request do what it asks?
     *
     * @param origin of the pages: scheme, host, port
     */
    public static boolean isOwn(HttpServletRequest request, String origin) {
        if (HARMLESS.contains(request.getMethod())) {
            return true;
        }
        @Nullable String sender = request.getHeader("Sec-Fetch-Site");
        @Nullable String from = request.getHeader("Origin");
        if (sender != null && !sender.equals("same-origin")) {
            return false;
        }
        if (from != null) {
            return from.equals(origin);
        }
        return sender != null || request.getHeader("Cookie") == null;
    }
}
