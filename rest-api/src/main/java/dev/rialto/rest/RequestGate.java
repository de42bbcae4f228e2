package dev.rialto.rest;

import dev.rialto.platform.RequestLog;
import dev.rialto.platform.Settings;
import dev.rialto.recharge.RechargeSettings;
import dev.rialto.staff.ConsoleSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets in only what is for the API: its own host, in a process that serves it, with a body of bearable size. Names each
 * request and puts the security headers on every answer.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestGate extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Pattern FOR_NEIGHBOURS = Pattern.compile("/api/(callbacks/.*|tls/ask)");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Inject
    transient Settings settings;

    @Inject
    transient ConsoleSettings console;

    @Inject
    transient LoggedCalls calls;

    @Inject
    transient RateLimit limits;

    @Inject
    transient RechargeSettings recharge;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String requestId = RequestIds.of(request.getHeader("traceparent"));
        request.setAttribute(RequestIds.ATTRIBUTE, requestId);
        response.setHeader("X-Request-Id", requestId);
        response.setHeader("Rialto-Unit", recharge.unit());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", policy(request));
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "private, no-cache");
        if (settings.publicScheme().equals("https")) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!settings.serves("gateway") || isConsolePort(request) || !isForUs(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        BoundedBody bounded = new BoundedBody(request, sender(request));
        if (!Allowances.of(bounded, response, limits).take(RateLimit.Subject.ADDRESS, bounded.getRemoteAddr())) {
            Problem.of(RateLimit.RateLimitError.TOO_MANY_CALLS.now(), requestId).writeTo(response);
        } else if (bounded.isKnownTooLarge()) {
            Problem.plain(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, requestId)
                    .writeTo(response);
        } else {
            let(bounded, response, chain, requestId);
        }
    }

    private void let(BoundedBody request, HttpServletResponse response, FilterChain chain, String requestId)
            throws IOException, ServletException {
        RequestLog log = RequestLog.of(requestId);
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            calls.add(request, response.getStatus(), System.nanoTime() - start);
            log.close();
        }
    }

    private String sender(HttpServletRequest request) {
        return console.sender(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /** The page that shows the contract needs its own files and nothing else. */
    private static String policy(HttpServletRequest request) {
        boolean isPage = request.getRequestURI().startsWith("/api/docs");
        return isPage
                ? "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
                : "default-src 'none'; frame-ancestors 'none'";
    }

    private boolean isConsolePort(HttpServletRequest request) {
        return console.hasOwnPort() && request.getLocalPort() == console.port();
    }

    /**
     * Payment gateways on this machine call back by address, and what they say is signed; the proxy on this machine asks by
     * address for which hosts there may be a certificate.
     */
    private boolean isForUs(HttpServletRequest request) {
        String host = request.getServerName();
        return host.equals(settings.apiHost())
                || (LOOPBACK.contains(host)
                        && FOR_NEIGHBOURS.matcher(request.getRequestURI()).matches());
    }
}
