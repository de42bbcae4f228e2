package dev.rialto.web.console;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.platform.Settings;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Every request to the console's host arrives here: forwarded to {@code /desk}, uploads directly. It finds the page,
 * asks whether it is for the caller, lets it read or act and sends what follows.
 */
@WebServlet(
        urlPatterns = {"/desk/*", "/upload/*"},
        initParams = @WebInitParam(name = "org.glassfish.web.isDefaultErrorPageEnabled", value = "false"))
@MultipartConfig(fileSizeThreshold = 1 << 20, maxFileSize = 64L << 20, maxRequestSize = 66L << 20)
public class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(ConsoleServlet.class.getName());

    @Inject
    private transient PageTable pages;

    @Inject
    private transient Settings settings;

    @Inject
    private transient Files files;

    @Inject
    private transient Answers answers;

    @Inject
    private transient Visits visits;

    @Inject
    private transient Instance<BeforeChange> conditions;

    @Override
    public void init() {
        Build.mark(getServletContext());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!settings.consoleHost().equalsIgnoreCase(request.getServerName())) {
            // on every other host the console does not exist (D16)
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String path = ConsolePath.of(request);
        if (Files.isFile(path)) {
            files.send(request, response, path);
            return;
        }
        if (!visits.arePossible(request)) {
            answers.notSetUp(request, response);
            return;
        }
        PageMatch match = pages.find(path).orElse(null);
        if (match == null || !isKnownMethod(request)) {
            answers.problem(visits.lost(request, response), HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (ConsolePath.isUpload(request) && !request.getMethod().equals("POST")) {
            // forms with files are sent to that address; whoever loads it again means the page itself
            response.sendRedirect(Query.of(request).after(path));
            return;
        }
        serve(visits.of(request, response, match), match);
    }

    private void serve(Visit visit, PageMatch match) throws ServletException, IOException {
        if (!match.entry().isFor(visit.caller())) {
            answers.keepOut(visit);
            return;
        }
        Instance.Handle<? extends ConsolePage> handle = pages.make(match.entry());
        try {
            ConsolePage page = handle.get();
            answers.send(visit, page, ask(visit, page));
        } catch (DomainException refused) {
            answers.problem(visit, Refusal.status(refused.code().kind()));
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "request " + visit.caller().traceId() + " to " + visit.view() + " failed", failure);
            answers.problem(visit, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } finally {
            handle.destroy();
        }
    }

    /** What is refused shows its page again, with what was typed and what is wrong with it. */
    private Outcome ask(Visit visit, ConsolePage page) {
        boolean isPost = visit.request().getMethod().equals("POST");
        try {
            return isPost ? change(visit, page) : page.open(visit);
        } catch (DomainException refused) {
            boolean isShown = isPost
                    ? refused.code().kind() != ErrorKind.NOT_FOUND
                    : refused.code().kind() == ErrorKind.INVALID;
            if (!isShown) {
                throw refused;
            }
            visit.refuse(Refusal.of(refused, visit.phrases()));
            return page.open(visit);
        }
    }

    private Outcome change(Visit visit, ConsolePage page) {
        conditions.forEach(condition -> condition.check(visit, visit.view()));
        return page.act(visit, visit.entries().text("do"));
    }

    private static boolean isKnownMethod(HttpServletRequest request) {
        return Optional.of(request.getMethod())
                .filter(method -> method.equals("GET") || method.equals("HEAD") || method.equals("POST"))
                .isPresent();
    }
}
