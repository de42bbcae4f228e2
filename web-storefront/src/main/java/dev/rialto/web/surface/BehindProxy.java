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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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
        String person = person(sender, Collections.list(request.getHeaders(FORWARDED_FOR)));
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getRemoteAddr() {
                        return person;
                    }
                },
                response);
    }

    /** From the right, the first that is none of the proxies: what stands left of it anybody could have written. */
    private String person(String sender, List<String> headers) {
        List<String> way = Arrays.stream(String.join(",", headers).split(","))
                .map(String::strip)
                .toList();
        String last = sender;
        for (int i = way.size() - 1; i >= 0 && settings.isProxy(last); i--) {
            last = way.get(i);
        }
        return last;
    }
}
