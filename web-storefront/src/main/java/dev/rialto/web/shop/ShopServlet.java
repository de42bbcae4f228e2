package dev.rialto.web.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.web.port.Site;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers every address of a shop: finds the flow, lets it answer, and sends the page or the way on. */
public class ShopServlet extends HttpServlet {
    /** Name of the request attribute that holds the {@link Site} visited. */
    public static final String SITE = "dev.rialto.web.site";

    /** Name of the request attribute that holds the status with which a request was refused before it came here. */
    public static final String REFUSED = "dev.rialto.web.refused";

    private static final long serialVersionUID = 1;

    @Inject
    private transient Instance<Flow> flows;

    @Inject
    private transient SessionSource sessions;

    @Inject
    private transient PageWriter pages;

    @Inject
    private transient Drafts drafts;

    private final transient Routes routes = new Routes();

    @Override
    public void init() {
        flows.forEach(flow -> flow.addresses(routes));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        // before the first parameter is read: what is typed in the address is decoded with it as well
        request.setCharacterEncoding("UTF-8");
        if (!(request.getAttribute(SITE) instanceof Site site)) {
            bareError(request, response);
        } else if (request.getAttribute(REFUSED) instanceof Integer status) {
            Visit visit = visit(request, response, site, Map.of());
            send(visit, Refusal.ofStatus(status, visit.wording()), request, response);
        } else if (request.getDispatcherType() == DispatcherType.ERROR) {
            Visit visit = visit(request, response, site, Map.of());
            send(visit, Refusal.ofStatus(response.getStatus(), visit.wording()), request, response);
        } else {
            drafts.answer(request, response, site, shown -> answer(request, response, shown));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Site site)
            throws IOException, ServletException {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        String path = request.getServletPath();
        Optional<Routes.Match> match = routes.find(method, path);
        Visit visit =
                visit(request, response, site, match.map(Routes.Match::parts).orElse(Map.of()));
        if (match.isEmpty()) {
            send(visit, refuseMethod(path, visit, response), request, response);
        } else if (!site.open() && !OpenAlways.covers(path)) {
            send(visit, new Answer.Show(503, "closed", Map.of()), request, response);
        } else {
            send(visit, ask(match.get().answer(), visit), request, response);
        }
    }

    /** What a page shows around its own content may be refused as well: then the refusal is the page. */
    private void send(Visit visit, Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        keepTaste(visit, answer, request);
        try {
            pages.send(visit, answer, request, response);
        } catch (DomainException refused) {
            pages.send(visit, Refusal.of(refused, visit.wording()), request, response);
        }
    }

    private Answer refuseMethod(String path, Visit visit, HttpServletResponse response) {
        String others = routes.methodsOf(path);
        if (others.isEmpty()) {
            return Answer.missing();
        }
        response.setHeader("Allow", others);
        return Refusal.ofStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED, visit.wording());
    }

    private static Answer ask(Function<Visit, Answer> flow, Visit visit) {
        try {
            return flow.apply(visit);
        } catch (DomainException refused) {
            return Unsent.of(visit, refused).orElseGet(() -> Refusal.of(refused, visit.wording()));
        }
    }

    private Visit visit(
            HttpServletRequest request, HttpServletResponse response, Site site, Map<String, String> parts) {
        Keepsakes keepsakes = new Keepsakes(response, sessions.cookieName(), sessions.isSecure());
        return new Visit(request, site, sessions.of(request), Taste.of(request, site), parts, keepsakes);
    }

    /** What a person chose is kept in the browser; feeds and files are for programs, which keep nothing. */
    private static void keepTaste(Visit visit, Answer answer, HttpServletRequest request) {
        if (!(answer instanceof Answer.Plain) && !(answer instanceof Answer.File)) {
            Site site = visit.site();
            keepIfAsked(
                    request, visit.keepsakes(), Taste.LANGUAGE, Taste.asked(request, Taste.LANGUAGE, site.languages()));
            keepIfAsked(
                    request,
                    visit.keepsakes(),
                    Taste.CURRENCY,
                    Taste.asked(request, Taste.CURRENCY, site.currencies()));
        }
    }

    private static void keepIfAsked(
            HttpServletRequest request, Keepsakes keepsakes, String name, @Nullable String value) {
        if (value != null && !value.equals(Taste.cookie(request, name))) {
            keepsakes.keep(name, value);
        }
    }

    /** An error on a host without a shop: the status says all. */
    private static void bareError(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().println(response.getStatus());
    }
}
