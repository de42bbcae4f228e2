package dev.rialto.web.surface;

import dev.rialto.platform.Settings;
import dev.rialto.staff.ConsoleSettings;
import dev.rialto.web.shop.OwnPost;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses posts that another site sent. */
public class OwnPosts extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Inject
    private Settings settings;

    @Inject
    private ConsoleSettings console;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (OwnPost.isOwn(request, ownOrigin(request))) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private String ownOrigin(HttpServletRequest request) {
        return request.getServerName().equalsIgnoreCase(settings.consoleHost())
                ? console.address()
                : settings.address(request.getServerName(), "");
    }
}
