package dev.rialto.web.shop;

import dev.rialto.web.port.Site;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Language and currency of a visit: asked for in the address, kept in a cookie, or what the browser prefers. */
record Taste(String language, String currency) {
    static final String LANGUAGE = "lang";
    static final String CURRENCY = "currency";

    static Taste of(HttpServletRequest request, Site site) {
        return new Taste(
                chosen(request, LANGUAGE, site.languages(), browserLanguage(request, site.languages())),
                chosen(request, CURRENCY, site.currencies(), site.currencies().get(0)));
    }

    /** Was this asked for in the address, so that it is to be kept? */
    static @Nullable String asked(HttpServletRequest request, String name, List<String> offered) {
        String value = request.getMethod().equals("GET") ? request.getParameter(name) : null;
        return value != null && offered.contains(value) ? value : null;
    }

    private static String chosen(HttpServletRequest request, String name, List<String> offered, String otherwise) {
        String asked = asked(request, name, offered);
        if (asked != null) {
            return asked;
        }
        String kept = cookie(request, name);
        return kept != null && offered.contains(kept) ? kept : otherwise;
    }

    static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static String browserLanguage(HttpServletRequest request, List<String> offered) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.length() > 500) {
            return offered.get(0);
        }
        try {
            String found = Locale.lookupTag(Locale.LanguageRange.parse(header), offered);
            return found == null ? offered.get(0) : found;
        } catch (IllegalArgumentException e) {
            // a header no browser sends: the shop's own language
            return offered.get(0);
        }
    }
}
