package dev.rialto.web.shop;

import dev.rialto.web.port.CataloguePort;
import dev.rialto.web.port.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets the maker of a shop see what is saved and not published. The console's link brings a pass, which becomes a cookie
 * of this host for an hour; {@code ?preview=off} ends it.
 */
@ApplicationScoped
class Drafts {
    static final String PASS = "rialto.draft";
    private static final String ASKED = "preview";
    private static final String COOKIE = "rialto_draft";
    private static final String OFF = "off";
    private static final int SECONDS = 3600;

    private final CataloguePort catalogue;
    private final SessionSource sessions;

    @Inject
    Drafts(CataloguePort catalogue, SessionSource sessions) {
        this.catalogue = catalogue;
        this.sessions = sessions;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Drafts() {
        this.catalogue = null;
        this.sessions = null;
    }

    /** What answers for a site. */
    interface Page {
        void answer(Site site) throws IOException, ServletException;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Site site, Page page)
            throws IOException, ServletException {
        String asked = request.getMethod().equals("GET") ? request.getParameter(ASKED) : null;
        if (asked != null) {
            enter(request, response, asked);
            return;
        }
        String pass = Taste.cookie(request, COOKIE);
        Optional<Site> draft = pass == null ? Optional.empty() : catalogue.draft(request.getServerName(), pass);
        if (draft.isPresent()) {
            request.setAttribute(PASS, pass);
        }
        page.answer(draft.orElse(site));
    }

    /** Takes the pass out of the address; a wrong one is forgotten. */
    private void enter(HttpServletRequest request, HttpServletResponse response, String asked) {
        boolean goesIn = !asked.equals(OFF)
                && catalogue.draft(request.getServerName(), asked).isPresent();
        response.addHeader(
                "Set-Cookie",
                COOKIE + "=" + (goesIn ? asked : "") + "; Path=/; Max-Age=" + (goesIn ? SECONDS : 0)
                        + "; HttpOnly; SameSite=Lax"
                        + (sessions.isSecure() ? "; Secure" : ""));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Location", request.getServletPath());
    }
}
