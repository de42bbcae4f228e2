package dev.rialto.web.console.access;

import dev.rialto.membership.SessionCookie;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.membership.SignIn;
import dev.rialto.membership.SignedIn;
import dev.rialto.platform.Browsers;
import dev.rialto.platform.Settings;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The door: e-mail and password before anything else (D3, D22, D24). */
@Route(path = "/sign-in", view = "sign-in", who = Who.ANYONE)
public class SignInPage implements ConsolePage {
    private final Sessions sessions;
    private final Settings settings;
    private String next = "/";

    @Inject
    public SignInPage(Sessions sessions, Settings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        next = WayOn.of(visit);
        Optional<SessionView> halfWay = HalfWay.of(visit);
        if (halfWay.isPresent() && !visit.isReturned()) {
            return Outcome.go(HalfWay.nextPage(halfWay.get(), next));
        }
        return visit.isStaff() && !visit.isReturned() ? Outcome.go(next) : Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        HttpServletRequest request = visit.request();
        SignedIn signedIn = sessions.signIn(
                visit.caller(),
                new SignIn(
                        visit.entries().text("email"),
                        visit.entries().secret("password"),
                        SessionView.Kind.STAFF,
                        null,
                        SessionCookie.read(settings, SessionView.Kind.STAFF, request)
                                .orElse(null),
                        request.getRemoteAddr(),
                        Browsers.name(request.getHeader("User-Agent"))));
        visit.response()
                .addHeader("Set-Cookie", SessionCookie.give(settings, SessionView.Kind.STAFF, signedIn.token()));
        String wayOn = WayOn.of(visit);
        return sessions.look(visit.caller().asWorker(), signedIn.token())
                .filter(session -> session.entry().isHalfWay())
                .map(session -> Outcome.go(HalfWay.nextPage(session, wayOn)))
                .orElse(Outcome.go(wayOn));
    }

    /** Where to go after signing in. */
    public String next() {
        return next;
    }
}
