package dev.rialto.web.console;

import jakarta.servlet.http.HttpServletRequest;

/** The address within the console, as people see it. */
final class ConsolePath {
    private ConsolePath() {}

    /** Is it the address to which forms with files are sent? */
    static boolean isUpload(HttpServletRequest request) {
        return request.getServletPath().equals("/upload");
    }

    static String of(HttpServletRequest request) {
        String path = request.getPathInfo();
        if (path == null || path.isEmpty()) {
            return "/";
        }
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
