package dev.rialto.web.surface;

import dev.rialto.web.console.live.LiveDoor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands every request of the console's host to the console's own servlet; requests of shops pass. */
public class ConsoleAddresses extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String DESK = "/desk";
    private static final String UPLOAD = "/upload/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        if (request.getAttribute(SurfaceFilter.SITE) != null
                || request.getAttribute(SurfaceFilter.STATE) != null
                || path.startsWith(UPLOAD)
                || path.equals(LiveDoor.PATH)) {
            chain.doFilter(request, response);
        } else {
            request.getRequestDispatcher(DESK + path).forward(request, response);
        }
    }

    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** Is this an address by which the console or Faces could be reached behind a shop's back? */
    static boolean isInner(String path) {
        return path.endsWith(".xhtml")
                || path.startsWith("/jakarta.faces.resource/")
                || path.equals(LiveDoor.PATH)
                || (path + "/").startsWith(DESK + "/")
                || (path + "/").startsWith(UPLOAD);
    }
}
