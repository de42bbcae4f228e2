package dev.rialto.web.console.staff;

import dev.rialto.kernel.Ids;
import dev.rialto.openid.IssuedSecret;
import dev.rialto.openid.RelyingParties;
import dev.rialto.openid.RelyingParty;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.access.StepUp;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other systems whose sign-in is the one of this console. */
@Route(path = "/staff/parties", view = "parties", permission = "staff.edit")
public class PartiesPage implements ConsolePage {
    private final RelyingParties parties;
    private final StepUp stepUp;
    private List<RelyingParty> all = List.of();
    private List<String> groups = List.of();
    private String issuer = "";
    private @Nullable IssuedSecret issued;

    @Inject
    public PartiesPage(RelyingParties parties, StepUp stepUp) {
        this.parties = parties;
        this.stepUp = stepUp;
    }

    @Override
    public Outcome open(Visit visit) {
        all = parties.list(visit.caller());
        groups = parties.groups(visit.caller());
        issuer = parties.issuer(visit.caller());
        return Outcome.show();
    }

    /** The secret is shown on the page that follows, and nowhere else again. */
    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("register")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        stepUp.require(visit);
        issued = parties.register(visit.caller(), PartyForm.read(visit, 0));
        return open(visit);
    }

    public List<RelyingParty> all() {
        return all;
    }

    public List<String> groups() {
        return groups;
    }

    /** The address by which the other system knows this one. */
    public String issuer() {
        return issuer;
    }

    public @Nullable IssuedSecret issued() {
        return issued;
    }

    public String path(RelyingParty party) {
        return "/staff/parties/" + Ids.external("party", party.id());
    }

    public String groupsOf(RelyingParty party, Visit visit) {
        return visit.show()
                .list(party.groups().stream()
                        .map(group -> visit.say("role." + group))
                        .toList());
    }
}
