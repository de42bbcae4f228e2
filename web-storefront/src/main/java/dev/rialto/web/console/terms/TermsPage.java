package dev.rialto.web.console.terms;

import dev.rialto.terms.Terms;
import dev.rialto.terms.TermsVersion;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms: the latest version to read and accept, and for the mall the next one to publish. */
@Route(path = "/terms", view = "terms", permission = "seller.view", menu = Section.SETTINGS, rank = 6)
public class TermsPage implements ConsolePage {
    private final Terms terms;
    private List<TermsVersion> versions = List.of();
    private List<Terms.Acceptance> acceptances = List.of();

    @Inject
    public TermsPage(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Outcome open(Visit visit) {
        versions = terms.versions(visit.caller());
        TermsVersion latest = latest();
        if (latest != null && visit.isOperator() && visit.may("seller.approve")) {
            acceptances = terms.acceptances(visit.caller(), latest.number());
        }
        return visit.query("as").equals("csv") ? csv(visit) : Outcome.show();
    }

    private Outcome csv(Visit visit) {
        CsvFile csv = new CsvFile(visit.say("field.name"), visit.say("terms.accepted-at"), "account");
        acceptances.forEach(one -> csv.add(
                one.sellerName(), one.acceptedAt().toString(), one.accountId().toString()));
        return new Outcome.Send("terms-accepted.csv", "text/csv; charset=utf-8", csv.bytes());
    }

    @Override
    public Outcome act(Visit visit, String action) {
        return switch (action) {
            case "publish" -> {
                int number = terms.publish(visit.caller(), visit.entries().texts("text"));
                yield Outcome.go("/terms", "done.terms-publish", String.valueOf(number));
            }
            case "accept" -> {
                int number = Math.toIntExact(visit.entries().whole("number"));
                visit.entries().raise();
                terms.accept(visit.caller(), number);
                yield Outcome.go("/terms", "done.terms-accept", String.valueOf(number));
            }
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        };
    }

    public @Nullable TermsVersion latest() {
        return versions.isEmpty() ? null : versions.get(0);
    }

    public List<TermsVersion> versions() {
        return versions;
    }

    public List<Terms.Acceptance> acceptances() {
        return acceptances;
    }
}
