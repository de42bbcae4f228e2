package dev.rialto.web.surface;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The console's clean addresses: / is its first page, /goods is goods.xhtml. Other requests pass. */
public class ConsoleAddresses extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String FOLDER = "/console";
    private static final Pattern CLEAN = Pattern.compile("/[a-z0-9/-]*");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        if (request.getAttribute(SurfaceFilter.SITE) != null || isFaces(path)) {
            chain.doFilter(request, response);
            return;
        }
        String template = template(request, path);
        if (template == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            request.getRequestDispatcher(template).forward(request, response);
        }
    }

    /** Is this a template or one of the resources that Faces serves? */
    static boolean isFaces(String path) {
        return path.endsWith(".xhtml") || path.startsWith("/jakarta.faces.resource/");
    }

    private static @Nullable String template(HttpServletRequest request, String path) throws MalformedURLException {
        if (!CLEAN.matcher(path).matches()) {
            return null;
        }
        String template = FOLDER + (path.endsWith("/") ? path + "index" : path) + ".xhtml";
        return request.getServletContext().getResource(template) == null ? null : template;
    }
}
