package dev.rialto.web.surface;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.RequestLog;
import dev.rialto.platform.Settings;
import dev.rialto.web.shop.SafeHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives every answer its security headers and the id of the request, which the log carries too. */
public class AnswerHeaders extends HttpFilter {
    private static final long serialVersionUID = 1;

    /** What this process calls itself, so that people behind a load balancer can tell which one answered (E7). */
    private static final String UNIT = ConfigProvider.getConfig()
            .getOptionalValue("rialto.unit", String.class)
            .orElse("unit-1");

    @Inject
    private Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SafeHeaders.on(response, settings.publicScheme().equals("https"));
        response.setHeader("Rialto-Unit", UNIT);
        String requestId = traceId(request);
        response.setHeader("X-Request-Id", requestId);
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
