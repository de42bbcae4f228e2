package dev.rialto.web.console.staff;

import dev.rialto.staff.AcceptInvitation;
import dev.rialto.staff.InvitationView;
import dev.rialto.staff.Invitations;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The link in an invitation: yes, with the account that is there or with a new one. */
@Route(path = "/invitations/{token}", view = "invitation", who = Who.ANYONE)
public class InvitationPage implements ConsolePage {
    private final Invitations invitations;
    private @Nullable InvitationView invitation;

    @Inject
    public InvitationPage(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public Outcome open(Visit visit) {
        invitation = invitations.view(visit.caller(), visit.variable("token"));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        String token = visit.variable("token");
        InvitationView about = invitations.view(visit.caller(), token);
        invitations.accept(
                visit.caller(),
                new AcceptInvitation(
                        token,
                        visit.entries().text("name"),
                        visit.entries().secret("password"),
                        visit.language(),
                        visit.request().getRemoteAddr()));
        return Outcome.go("/sign-in", "done.invitation-accepted", about.place());
    }

    public @Nullable InvitationView invitation() {
        return invitation;
    }

    /** The role in the reader's words. */
    public String role(Visit visit) {
        return invitation == null ? "" : visit.say("role." + invitation.role().toLowerCase(Locale.ROOT));
    }
}
