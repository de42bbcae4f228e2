package dev.rialto.web.surface;

import dev.rialto.platform.Settings;
import dev.rialto.staff.ConsoleSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses posts that another site sent. Browsers name the sender in Sec-Fetch-Site and Origin; a request with neither is
 * no browser of today and may post only while it carries no cookie, that is, in nobody's name.
 */
public class OwnPosts extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private Settings settings;

    @Inject
    private ConsoleSettings console;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (HARMLESS.contains(request.getMethod()) || isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isOwn(HttpServletRequest request) {
        @Nullable String sender = request.getHeader("Sec-Fetch-Site");
        @Nullable String origin = request.getHeader("Origin");
        if (sender != null && !sender.equals("same-origin")) {
            return false;
        }
        if (origin != null) {
            return origin.equals(ownOrigin(request));
        }
        return sender != null || request.getHeader("Cookie") == null;
    }

    private String ownOrigin(HttpServletRequest request) {
        return request.getServerName().equalsIgnoreCase(settings.consoleHost())
                ? console.address()
                : settings.address(request.getServerName(), "");
    }
}
