package dev.rialto.web.console.access;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.membership.SessionCookie;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.openid.SignInAsked;
import dev.rialto.openid.SignInDesk;
import dev.rialto.openid.SignedInPerson;
import dev.rialto.platform.Settings;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody comes from another system to sign in here, with password and second factor, and goes back with a code. */
@Route(path = "/openid/allow", view = "openid-allow", who = Who.ANYONE)
public class AllowPage implements ConsolePage {
    private final SignInDesk desk;
    private final Sessions sessions;
    private final Settings settings;
    private String refusal = "";
    private @Nullable String party;
    private @Nullable String way;

    @Inject
    public AllowPage(SignInDesk desk, Sessions sessions, Settings settings) {
        this.desk = desk;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        try {
            SignInAsked asked = desk.look(worker(visit), ask(visit));
            party = asked.name();
            return goOn(visit, asked);
        } catch (DomainException refused) {
            refusal = refused.code().code();
            return Outcome.show();
        }
    }

    private Outcome goOn(Visit visit, SignInAsked asked) {
        if (visit.query("go").isEmpty()) {
            // the session's cookie goes only with requests that begin here, not with another system's redirect
            return lead(visit, here(visit));
        }
        Optional<SessionView> halfWay = HalfWay.of(visit);
        Optional<SessionView> session =
                HalfWay.session(visit).filter(known -> halfWay.isEmpty() && known.staff() != null);
        if (session.isPresent() && asked.counts(signedInAt(session.get()))) {
            return allow(visit, session.get());
        }
        if (asked.silent()) {
            return lead(
                    visit,
                    desk.refuse(worker(visit), ask(visit), "login_required").toString());
        }
        if (halfWay.isPresent()) {
            return Outcome.go(HalfWay.nextPage(halfWay.get(), here(visit)));
        }
        session.ifPresent(known -> end(visit));
        return Outcome.go("/sign-in?next=" + URLEncoder.encode(here(visit), StandardCharsets.UTF_8));
    }

    private Outcome allow(Visit visit, SessionView session) {
        SignedInPerson person = new SignedInPerson(
                Objects.requireNonNull(session.staff()),
                signedInAt(session).orElseThrow(ConsoleError.NOT_ALLOWED::now),
                session.entry().factorAt() != null);
        URI back = desk.allow(worker(visit), ask(visit), person);
        return lead(visit, back.toString());
    }

    private static Optional<Instant> signedInAt(SessionView session) {
        return Optional.ofNullable(session.entry().signedInAt());
    }

    /** A sign-in that is too old for what was asked ends, so that it is done anew. */
    private void end(Visit visit) {
        sessions.signOut(visit.caller(), HalfWay.token(visit, settings));
        visit.response().addHeader("Set-Cookie", SessionCookie.take(settings, SessionView.Kind.STAFF));
    }

    private Outcome lead(Visit visit, String address) {
        way = address;
        visit.response().setHeader("Refresh", "0; url=" + address);
        return Outcome.show();
    }

    private static String here(Visit visit) {
        return "/openid/allow?ask=" + URLEncoder.encode(ask(visit), StandardCharsets.UTF_8) + "&go=1";
    }

    private static String ask(Visit visit) {
        return visit.query("ask");
    }

    private static Caller worker(Visit visit) {
        return visit.caller().asWorker();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        throw ConsoleError.UNKNOWN_ACTION.now();
    }

    /** Code of the refusal; empty when all is well. */
    public String refusal() {
        return refusal;
    }

    /** The system it is for. */
    public @Nullable String party() {
        return party;
    }

    /** Where it goes on. */
    public @Nullable String way() {
        return way;
    }
}
