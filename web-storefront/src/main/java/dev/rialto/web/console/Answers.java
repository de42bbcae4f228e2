package dev.rialto.web.console;

import dev.rialto.staff.AuditTrail;
import dev.rialto.staff.SavedViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Sends what follows a request: a rendered page, another address, a file, or the page that says why not. */
@ApplicationScoped
class Answers {
    private static final String FOLDER = "/console/";

    private final PageTable pages;
    private final AuditTrail audit;
    private final SavedViews views;
    private final Clock clock;

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Answers() {
        this.pages = null;
        this.audit = null;
        this.views = null;
        this.clock = null;
    }

    @Inject
    Answers(PageTable pages, AuditTrail audit, SavedViews views, Clock clock) {
        this.pages = pages;
        this.audit = audit;
        this.views = views;
        this.clock = clock;
    }

    void send(Visit visit, ConsolePage page, Outcome outcome) throws ServletException, IOException {
        if (outcome instanceof Outcome.Go go) {
            go(visit, go);
        } else if (outcome instanceof Outcome.Send file) {
            send(visit, file);
        } else {
            visit.request().setAttribute("page", page);
            if (page instanceof Listing list) {
                visit.request().setAttribute("look", new ListLook(visit, list, views.of(visit.caller(), visit.view())));
            }
            page.edits(visit).ifPresent(subject -> watch(visit, subject));
            render(visit, visit.view(), page.title(visit), visit.status());
        }
    }

    /** Marks what the page's form edits; when the reader came too late, says who was faster. */
    private void watch(Visit visit, Subject subject) {
        visit.request().setAttribute("watched", subject.kind() + "/" + subject.id());
        visit.request().setAttribute("watchedAt", clock.instant().toString());
        if (visit.isOvertaken()) {
            audit.lastChange(visit.caller(), subject.kind(), subject.id()).ifPresent(change -> visit.request()
                    .setAttribute(
                            "overtaking",
                            new Overtaking(
                                    change.name() == null ? visit.say("shell.somebody") : change.name(), change.at())));
        }
    }

    /** Whoever is not signed in is led to the door; who is and may not enter is told so. */
    void keepOut(Visit visit) throws ServletException, IOException {
        if (Who.isStaff(visit.caller())) {
            problem(visit, HttpServletResponse.SC_FORBIDDEN);
        } else {
            String back = Query.of(visit.request()).after(visit.path());
            go(visit, new Outcome.Go("/sign-in?next=" + encode(back), "", java.util.List.of()));
        }
    }

    /** Says how a mall is set up that is still empty. */
    void notSetUp(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        request.setAttribute("say", Phrases.in(request.getLocale().getLanguage()));
        request.getRequestDispatcher(FOLDER + "pages/not-set-up.xhtml").forward(request, response);
    }

    /** Says what is wrong in place of a page. */
    void problem(Visit visit, int status) throws ServletException, IOException {
        visit.request().setAttribute("problemKey", String.valueOf(known(status)));
        render(visit, "problem", visit.say("problem." + known(status)), status);
    }

    private void render(Visit visit, String view, String title, int status) throws ServletException, IOException {
        HttpServletRequest request = visit.request();
        HttpServletResponse response = visit.response();
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        request.setAttribute("visit", visit);
        request.setAttribute("say", visit.phrases());
        request.setAttribute("show", visit.show());
        request.setAttribute("title", title);
        request.setAttribute("shell", Shell.of(visit, pages.entries(), Note.take(request, response)));
        request.getRequestDispatcher(FOLDER + "pages/" + view + ".xhtml").forward(request, response);
    }

    private static void go(Visit visit, Outcome.Go go) {
        if (!go.note().isEmpty()) {
            new Note(go.note(), go.arguments()).leave(visit.response());
        }
        visit.response().setStatus(HttpServletResponse.SC_SEE_OTHER);
        visit.response().setHeader("Location", go.path());
        visit.response().setHeader("Cache-Control", "no-store");
    }

    private static void send(Visit visit, Outcome.Send file) throws IOException {
        HttpServletResponse response = visit.response();
        byte[] content = file.content();
        response.setContentType(file.contentType());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encode(file.fileName()));
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static int known(int status) {
        return switch (status) {
            case 403, 404, 409, 429, 503 -> status;
            default -> 500;
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
