package dev.rialto.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Makes a {@link Visit} of a request: finds out language and house. */
@ApplicationScoped
class Visits {
    private static final String LANGUAGE_COOKIE = "rialto_console_language";
    private static final int YEAR = 365 * 24 * 60 * 60;
    private static final PageMatch NOWHERE = new PageMatch(PageEntry.of(LostPage.class), Map.of());

    private final Houses houses;

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Visits() {
        this.houses = null;
    }

    @Inject
    Visits(Houses houses) {
        this.houses = houses;
    }

    Visit of(HttpServletRequest request, HttpServletResponse response, PageMatch match) {
        return new Visit(request, response, match, Phrases.in(language(request, response)), houses.of(request));
    }

    /** Whether there is a mall yet that can be visited. */
    boolean arePossible(HttpServletRequest request) {
        return houses.isSetUp(request);
    }

    /** A visit to no page. */
    Visit lost(HttpServletRequest request, HttpServletResponse response) {
        return of(request, response, NOWHERE);
    }

    private static String language(HttpServletRequest request, HttpServletResponse response) {
        String wanted = request.getParameter("lang");
        if (wanted != null && Phrases.LANGUAGES.contains(wanted)) {
            Cookie cookie = new Cookie(LANGUAGE_COOKIE, wanted);
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setMaxAge(YEAR);
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
            return wanted;
        }
        return remembered(request).orElseGet(() -> request.getLocale().getLanguage());
    }

    private static Optional<String> remembered(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).flatMap(cookies -> Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
                .map(Cookie::getValue)
                .filter(Phrases.LANGUAGES::contains)
                .findFirst());
    }
}
