package dev.rialto.web.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers that are no pages: a way that is for good, a plain text, a file from the disk. */
public final class Direct {
    private static final String ASK_AGAIN = "no-cache";

    private Direct() {}

    /** An address of this shop that took this one's place for good; what was asked for beside the path goes along. */
    public static Answer moved(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("redirects stay in the shop");
        }
        return new Answer.Plain((request, response) -> {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            String query = request.getQueryString();
            response.setHeader("Location", query == null ? path : path + "?" + query);
        });
    }

    /** A text for programs, tagged by its bytes. */
    public static Answer text(String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Answer.Plain((request, response) -> {
            if (isNews(request, response, type, EntityTag.of(bytes))) {
                response.setContentLength(bytes.length);
                if (!request.getMethod().equals("HEAD")) {
                    response.getOutputStream().write(bytes);
                }
            }
        });
    }

    /** A file from the disk; it is never held in memory. */
    public static Answer file(String type, Path file, String tag) {
        return new Answer.Plain((request, response) -> {
            if (isNews(request, response, type, tag)) {
                response.setContentLengthLong(Files.size(file));
                if (!request.getMethod().equals("HEAD")) {
                    OutputStream out = response.getOutputStream();
                    Files.copy(file, out);
                }
            }
        });
    }

    private static boolean isNews(HttpServletRequest request, HttpServletResponse response, String type, String tag) {
        response.setHeader("Cache-Control", ASK_AGAIN);
        response.setHeader("ETag", tag);
        if (EntityTag.isKnown(request, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        response.setContentType(type);
        return true;
    }
}
