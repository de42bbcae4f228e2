package dev.rialto.web.surface;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.RequestLog;
import dev.rialto.platform.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives every answer its security headers and the id of the request, which the log carries too. */
public class AnswerHeaders extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String SHOP_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    @Inject
    private Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", SHOP_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        String requestId = traceId(request);
        response.setHeader("X-Request-Id", requestId);
        if (settings.publicScheme().equals("https")) {
            response.setHeader("Strict-Transport-Security", TWO_YEARS);
        }
        RequestLog log = RequestLog.of(requestId);
        try {
            chain.doFilter(request, response);
        } finally {
            log.close();
        }
    }

    private static String traceId(HttpServletRequest request) {
        return request.getAttribute(Caller.class.getName()) instanceof Caller caller
                ? caller.traceId()
                : Ids.next().toString();
    }
}
