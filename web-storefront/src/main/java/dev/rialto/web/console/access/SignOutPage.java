package dev.rialto.web.console.access;

import dev.rialto.membership.SessionCookie;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.platform.Settings;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import dev.rialto.web.console.live.LiveLinks;
import jakarta.inject.Inject;

/** The way out: the session ends for good. */
@Route(path = "/sign-out", view = "sign-out", who = Who.ANYONE)
public class SignOutPage implements ConsolePage {
    private final Sessions sessions;
    private final Settings settings;
    private final LiveLinks links;

    @Inject
    public SignOutPage(Sessions sessions, Settings settings, LiveLinks links) {
        this.sessions = sessions;
        this.settings = settings;
        this.links = links;
    }

    @Override
    public Outcome open(Visit visit) {
        return Outcome.go("/");
    }

    @Override
    public Outcome act(Visit visit, String action) {
        SessionCookie.read(settings, SessionView.Kind.STAFF, visit.request()).ifPresent(token -> {
            sessions.signOut(visit.caller(), token);
            links.end(token);
        });
        visit.response().addHeader("Set-Cookie", SessionCookie.take(settings, SessionView.Kind.STAFF));
        return Outcome.go("/sign-in", "door.left");
    }
}
