package dev.rialto.web.console.access;

import dev.rialto.staff.SignOnDoor;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The other door: by mail address to the provider of one's own house. */
@Route(path = "/sign-on", view = "sign-on", who = Who.ANYONE)
public class SignOnPage implements ConsolePage {
    private final SignOnDoor door;
    private String next = "/";
    private @Nullable URI way;

    @Inject
    public SignOnPage(SignOnDoor door) {
        this.door = door;
    }

    @Override
    public Outcome open(Visit visit) {
        next = WayOn.of(visit);
        return Outcome.show();
    }

    /** A form may not lead out of the console, so the way out is a link on the page that follows. */
    @Override
    public Outcome act(Visit visit, String action) {
        next = WayOn.of(visit);
        SignOnDoor.Way found = door.begin(visit.caller(), visit.entries().text("email"), next);
        way = found.address();
        visit.response()
                .addHeader("Set-Cookie", SignOnCookie.give(visit.request().isSecure(), found.state()));
        return Outcome.show();
    }

    public String next() {
        return next;
    }

    /** Where the link leads; null before the address is known. */
    public @Nullable URI way() {
        return way;
    }
}
