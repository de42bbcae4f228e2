package dev.rialto.web.surface;

import dev.rialto.staff.ConsoleSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Tells from where a request came when it came through one of the configured proxies; nobody else's word counts. */
public class BehindProxy extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    @Inject
    private ConsoleSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String sender = request.getRemoteAddr();
        if (!settings.isProxy(sender) || request.getHeader(FORWARDED_FOR) == null) {
            chain.doFilter(request, response);
            return;
        }
        String person = settings.sender(sender, Collections.list(request.getHeaders(FORWARDED_FOR)));
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getRemoteAddr() {
                        return person;
                    }
                },
                response);
    }
}
