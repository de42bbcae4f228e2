package dev.rialto.web.console.access;

import dev.rialto.kernel.DomainException;
import dev.rialto.membership.SessionCookie;
import dev.rialto.membership.SessionView;
import dev.rialto.platform.Browsers;
import dev.rialto.platform.Settings;
import dev.rialto.staff.SignOnDoor;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Back from the provider: the session begins, or the page says why not. */
@Route(path = SignOnDoor.BACK, view = "sign-on-return", who = Who.ANYONE)
public class SignOnReturnPage implements ConsolePage {
    private final SignOnDoor door;
    private final Settings settings;
    private String next = "/";
    private String refusal = "";

    @Inject
    public SignOnReturnPage(SignOnDoor door, Settings settings) {
        this.door = door;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        HttpServletRequest request = visit.request();
        String state = visit.query("state");
        visit.response().addHeader("Set-Cookie", SignOnCookie.take(request.isSecure()));
        if (visit.query("code").isEmpty() || !SignOnCookie.read(request).equals(Optional.of(state))) {
            refusal = "sign_on_refused";
            return Outcome.show();
        }
        try {
            enter(visit, state);
        } catch (DomainException refused) {
            refusal = refused.code().code();
        }
        return Outcome.show();
    }

    private void enter(Visit visit, String state) {
        HttpServletRequest request = visit.request();
        SignOnDoor.Entered entered = door.finish(
                visit.caller(),
                new SignOnDoor.Return(
                        state,
                        visit.query("code"),
                        request.getRemoteAddr(),
                        Browsers.name(request.getHeader("User-Agent"))));
        next = WayOn.isInside(entered.wayOn()) ? entered.wayOn() : "/";
        visit.response().addHeader("Set-Cookie", SessionCookie.give(settings, SessionView.Kind.STAFF, entered.token()));
        // the session's cookie goes only with requests that begin here, not with the provider's redirect
        visit.response().setHeader("Refresh", "0; url=" + next);
    }

    @Override
    public Outcome act(Visit visit, String action) {
        throw ConsoleError.UNKNOWN_ACTION.now();
    }

    public String next() {
        return next;
    }

    /** Code of the refusal; empty when somebody came in. */
    public String refusal() {
        return refusal;
    }
}
