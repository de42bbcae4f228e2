package dev.rialto.web.console;

import dev.rialto.picture.PictureStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The console's stylesheet, script and icons, and the pictures of goods. */
@ApplicationScoped
class Files {
    private static final Pattern STATIC = Pattern.compile("/static/([a-z-]+\\.(css|js|svg))");
    private static final Pattern PICTURE = Pattern.compile("/pictures/([A-Za-z0-9_-]{8,100})-([0-9]{3,4})\\.jpg");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final PictureStore pictures;

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Files() {
        this.pictures = null;
    }

    @Inject
    Files(PictureStore pictures) {
        this.pictures = pictures;
    }

    static boolean isFile(String path) {
        return path.startsWith("/static/") || path.startsWith("/pictures/");
    }

    void send(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        Matcher file = STATIC.matcher(path);
        Matcher picture = PICTURE.matcher(path);
        if (file.matches()) {
            sendFile(request, response, file.group(1), file.group(2));
        } else if (picture.matches()) {
            sendPicture(response, picture.group(1), Integer.parseInt(picture.group(2)));
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void sendFile(HttpServletRequest request, HttpServletResponse response, String name, String kind)
            throws IOException {
        try (InputStream stream = request.getServletContext().getResourceAsStream("/console/static/" + name)) {
            if (stream == null) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(TYPES.get(kind));
            response.setHeader("Cache-Control", request.getParameter("v") == null ? "public, max-age=300" : FOR_EVER);
            stream.transferTo(response.getOutputStream());
        }
    }

    private void sendPicture(HttpServletResponse response, String key, int width) throws IOException {
        Optional<byte[]> found = pictures.open(key, width);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(PictureStore.MEDIA_TYPE);
        response.setHeader("Cache-Control", FOR_EVER);
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setContentLength(found.get().length);
        response.getOutputStream().write(found.get());
    }
}
