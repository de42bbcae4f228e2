package dev.rialto.web.console.access;

import dev.rialto.membership.SessionView;
import dev.rialto.platform.Settings;
import dev.rialto.staff.SecondFactor;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.Optional;

/** The second factor: a code of the generator or a recovery code, to come in or before money moves (D16). */
@Route(path = "/sign-in/code", view = "sign-in-code", who = Who.ANYONE)
public class CodePage implements ConsolePage {
    private final SecondFactor factor;
    private final Settings settings;
    private String next = "/";
    private boolean again;
    private boolean done;

    @Inject
    public CodePage(SecondFactor factor, Settings settings) {
        this.factor = factor;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        next = WayOn.of(visit);
        again = visit.query("again").equals("yes");
        Optional<SessionView> session =
                HalfWay.session(visit).filter(found -> found.entry().enrolled());
        if (session.isEmpty()) {
            return Outcome.go("/");
        }
        boolean nothingToDo = !again && !session.get().entry().isHalfWay();
        return nothingToDo ? Outcome.go(next) : Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        next = WayOn.of(visit);
        again = visit.query("again").equals("yes");
        factor.give(
                visit.caller(), HalfWay.token(visit, settings), visit.entries().text("code"));
        if (!again) {
            return Outcome.go(next);
        }
        done = true;
        return Outcome.show();
    }

    public String next() {
        return next;
    }

    /** Was somebody asked once more, in a window beside the form? */
    public boolean again() {
        return again;
    }

    public boolean done() {
        return done;
    }
}
