package dev.rialto.web.console.staff;

import dev.rialto.openid.IssuedSecret;
import dev.rialto.openid.RelyingParties;
import dev.rialto.openid.RelyingParty;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Subject;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.access.StepUp;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One system whose sign-in is the one of this console. */
@Route(path = "/staff/parties/{party}", view = "party", permission = "staff.edit")
public class PartyPage implements ConsolePage {
    private final RelyingParties parties;
    private final StepUp stepUp;
    private List<String> groups = List.of();
    private String issuer = "";
    private @Nullable RelyingParty party;
    private @Nullable IssuedSecret issued;

    @Inject
    public PartyPage(RelyingParties parties, StepUp stepUp) {
        this.parties = parties;
        this.stepUp = stepUp;
    }

    @Override
    public Outcome open(Visit visit) {
        party = parties.view(visit.caller(), visit.id("party"));
        groups = parties.groups(visit.caller());
        issuer = parties.issuer(visit.caller());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        UUID id = visit.id("party");
        long version = visit.entries().whole("version");
        visit.entries().raise();
        stepUp.require(visit);
        String name = parties.view(visit.caller(), id).name();
        switch (action) {
            case "save" -> parties.save(visit.caller(), id, PartyForm.read(visit, version));
            case "remove" -> {
                parties.remove(visit.caller(), id, version);
                return Outcome.go("/staff/parties", "done.party-removed", name);
            }
            case "renew" -> {
                issued = parties.renewSecret(visit.caller(), id, version);
                return open(visit);
            }
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.party-saved", name);
    }

    @Override
    public Optional<Subject> edits(Visit visit) {
        return Optional.of(new Subject("relying_party", visit.id("party")));
    }

    @Override
    public String title(Visit visit) {
        return party == null ? visit.say("page.party") : party.name();
    }

    public RelyingParty party() {
        return Objects.requireNonNull(party);
    }

    public String addresses() {
        return String.join("\n", party().redirectUris());
    }

    public boolean lets(String group) {
        return party().groups().contains(group);
    }

    public List<String> groups() {
        return groups;
    }

    public String issuer() {
        return issuer;
    }

    public @Nullable IssuedSecret issued() {
        return issued;
    }
}
