package dev.rialto.web.console.live;

import dev.rialto.kernel.Caller;
import dev.rialto.membership.SessionCookie;
import dev.rialto.membership.SessionView;
import dev.rialto.platform.Settings;
import dev.rialto.staff.ConsoleSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the link: lets in whoever is signed in to the console and comes from one of its own pages. What the link
 * needs to know of the request travels as parameters that no address can bring.
 */
public class LiveDoor extends HttpFilter {
    /** The address of the link. */
    public static final String PATH = "/live";

    static final String TOKEN = "token";
    static final String ADDRESS = "address";

    private static final long serialVersionUID = 1;

    @Inject
    private Settings settings;

    @Inject
    private ConsoleSettings console;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!settings.consoleHost().equalsIgnoreCase(request.getServerName())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            response.setHeader("Upgrade", "websocket");
            response.setStatus(426);
        } else if (!console.address().equals(request.getHeader("Origin"))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (!isStaff(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            chain.doFilter(known(request), response);
        }
    }

    private static boolean isStaff(HttpServletRequest request) {
        return request.getAttribute(Caller.class.getName()) instanceof Caller caller
                && caller.signedIn().isPresent()
                && caller.role() != Caller.Role.SHOPPER;
    }

    private HttpServletRequest known(HttpServletRequest request) {
        Map<String, String[]> known = Map.of(
                TOKEN,
                new String[] {
                    SessionCookie.read(settings, SessionView.Kind.STAFF, request)
                            .orElseThrow()
                },
                ADDRESS,
                new String[] {request.getRemoteAddr()});
        return new HttpServletRequestWrapper(request) {
            @Override
            public Map<String, String[]> getParameterMap() {
                return known;
            }

            @Override
            public @Nullable String getQueryString() {
                return null;
            }
        };
    }
}
