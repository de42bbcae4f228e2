package dev.rialto.node.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.node.start.NodeSettings;
import dev.rialto.web.port.Site;
import dev.rialto.web.shop.OwnPost;
import dev.rialto.web.shop.SafeHeaders;
import dev.rialto.web.shop.ShopServlet;
import dev.rialto.web.shop.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Lets in what is for this storefront: its own host, posts of its own pages; and finds site and visitor. When the mall
 * does not answer, the page says so and when to come again (A15).
 */
public class Front extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(Front.class.getName());
    private static final int MISDIRECTED = 421;
    private static final String RETRY_AFTER_SECONDS = "30";
    private static final String STATE = "/state";
    private static final String ORDERS = "/orders/";
    /** Files need no visitor, and their names stand for what is in them. */
    private static final Pattern FILES = Pattern.compile("/(assets|theme|pictures)/.*");
    /** What the server has besides the storefront. */
    private static final Pattern INNER =
            Pattern.compile(".*\\.xhtml|/jakarta\\.faces\\.resource/.*|/(health|metrics|openapi)(/.*)?");

    @Inject
    private transient NodeSettings settings;

    @Inject
    private transient Premises premises;

    @Inject
    private transient NodeSessions sessions;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        SafeHeaders.on(response, settings.isSecure());
        response.setHeader("X-Request-Id", NodeSessions.trace(request));
        request.setAttribute(Visit.ELSEWHERE, true);
        request.setAttribute(Visit.ORIGIN, settings.address().toString());
        if (path.equals(STATE) && isThisMachine(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (!request.getServerName().equalsIgnoreCase(settings.host())) {
            response.setStatus(MISDIRECTED);
        } else if (INNER.matcher(path).matches()) {
            refuse(HttpServletResponse.SC_NOT_FOUND, request);
            request.getRequestDispatcher("/error").forward(request, response);
        } else if (!OwnPost.isOwn(request, settings.address().toString())) {
            refuse(HttpServletResponse.SC_FORBIDDEN, request);
            chain.doFilter(request, response);
        } else {
            open(path, request, response, chain);
        }
    }

    private static boolean isThisMachine(HttpServletRequest request) {
        return request.getServerName().equals("127.0.0.1")
                && request.getRemoteAddr().equals("127.0.0.1");
    }

    private void open(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (FILES.matcher(path).matches()) {
                request.setAttribute(ShopServlet.SITE, premises.known());
            } else {
                Site site = premises.now();
                request.setAttribute(ShopServlet.SITE, site);
                premises.signInOrigin().ifPresent(mall -> SafeHeaders.letFormsLeadTo(response, mall));
                Optional<String> elsewhere = path.startsWith(ORDERS) ? premises.whereOrdersAre(site) : Optional.empty();
                if (elsewhere.isPresent()) {
                    goTo(elsewhere.get() + path, request, response);
                    return;
                }
                if (!premises.isSuspended()) {
                    sessions.recognise(request);
                }
            }
        } catch (DomainException refused) {
            if (!GatewayProblem.isUnavailability(refused)
                    || !request.getMethod().equals("POST")) {
                LOG.log(Level.WARNING, "the mall does not answer as it should: {0}", refused.getMessage());
                response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
                refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE, request);
                chain.doFilter(request, response);
                return;
            }
            // whoever sends a form keeps it: its page says that there is no answer, and asks again
            request.setAttribute(ShopServlet.SITE, premises.known());
            sessions.assume(request);
        }
        chain.doFilter(request, response);
    }

    /** Past orders stay readable at the mall (A36). */
    private static void goTo(String address, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", query == null ? address : address + "?" + query);
    }

    /** The page for it is drawn from what was last known of the look. */
    private void refuse(int status, HttpServletRequest request) {
        request.setAttribute(ShopServlet.SITE, premises.known());
        request.setAttribute(ShopServlet.REFUSED, status);
    }
}
