package dev.rialto.web.shop;

import dev.rialto.web.port.CataloguePort;
import dev.rialto.web.port.Category;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Sends answers to the browser; pages are rendered by Facelets, held back until whole, and tagged. */
@ApplicationScoped
class PageWriter {
    private static final String RETRY_AFTER_SECONDS = "30";

    private final CataloguePort catalogue;
    private final KeptParts parts;

    @Inject
    PageWriter(CataloguePort catalogue, KeptParts parts) {
        this.catalogue = catalogue;
        this.parts = parts;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    PageWriter() {
        this.catalogue = null;
        this.parts = null;
    }

    void send(Visit visit, Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (answer instanceof Answer.Show show) {
            page(visit, show, request, response);
        } else if (answer instanceof Answer.GoTo goTo) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", goTo.path());
        } else if (answer instanceof Answer.Away away) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", away.address());
            response.setHeader("Cache-Control", "no-store");
        } else if (answer instanceof Answer.File file) {
            file(file, request, response);
        } else if (answer instanceof Answer.Plain plain) {
            plain.sender().send(request, response);
        } else if (answer instanceof Answer.Told told) {
            response.setStatus(told.status());
            response.setContentType("application/json");
            write(told.json().getBytes(StandardCharsets.UTF_8), false, request, response);
        } else {
            page(visit, Refusal.ofStatus(HttpServletResponse.SC_NOT_FOUND, visit.wording()), request, response);
        }
    }

    private void page(Visit visit, Answer.Show show, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(show.status());
        response.setHeader("Cache-Control", visit.draftPass().isPresent() ? "no-store" : "private, no-cache");
        if (visit.draftPass().isPresent()) {
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
        }
        response.setHeader("Vary", "Cookie, Accept-Language");
        if (show.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE
                && visit.site().open()) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        request.setAttribute("shop", new Frame(visit, categories(visit, show.status()), parts));
        request.setAttribute("t", visit.wording().texts());
        request.setAttribute("page", show.page());
        request.setAttribute("head", show.head());
        BufferedAnswer held = new BufferedAnswer(response);
        request.getRequestDispatcher("/shop/" + show.template() + ".xhtml").forward(request, held);
        response.setContentType("text/html;charset=utf-8");
        write(held.body(), show.status() == HttpServletResponse.SC_OK, request, response);
    }

    /** An error of ours is shown without asking anything that may be the very cause. */
    private List<Category> categories(Visit visit, int status) {
        return visit.site().open() && status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? catalogue.categories(visit.visitor())
                : List.of();
    }

    private static void file(Answer.File file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(file.type());
        for (Map.Entry<String, String> header : file.headers().entrySet()) {
            response.setHeader(header.getKey(), header.getValue());
        }
        write(file.bytes(), true, request, response);
    }

    private static void write(byte[] body, boolean tagged, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (tagged) {
            String tag = EntityTag.of(body);
            response.setHeader("ETag", tag);
            if (EntityTag.isKnown(request, tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
        if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            // what is sent already, the server does not put its own report behind
            response.flushBuffer();
        }
    }
}
