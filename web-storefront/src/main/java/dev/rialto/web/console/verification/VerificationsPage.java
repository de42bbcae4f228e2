package dev.rialto.web.console.verification;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.verification.VerificationDesk;
import dev.rialto.verification.VerificationState;
import dev.rialto.verification.VerificationSummary;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of sellers by state. */
@Route(
        path = "/verifications",
        view = "verifications",
        who = Who.OPERATOR,
        permission = "seller.view",
        menu = Section.SELLERS,
        rank = 20)
public class VerificationsPage implements ConsolePage {
    private static final int PAGE = 50;

    private final VerificationDesk desk;
    private Page<VerificationSummary> files = new Page<>(List.of(), null);

    @Inject
    public VerificationsPage(VerificationDesk desk) {
        this.desk = desk;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return csv(visit);
        }
        files = read(visit, visit.entries().id("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private Page<VerificationSummary> read(Visit visit, @Nullable UUID after, int limit) {
        return desk.list(
                visit.caller(),
                new VerificationDesk.Filter(
                        VerificationWords.state(visit.query("state")).orElse(null),
                        visit.entries().optional("q").orElse(null),
                        after,
                        limit));
    }

    private Outcome csv(Visit visit) {
        CsvFile csv = new CsvFile(
                visit.say("field.name"),
                visit.say("field.state"),
                visit.say("verification.submitted"),
                visit.say("verification.until"));
        csv.addAll(
                after -> read(visit, after == null ? null : UUID.fromString(after), CsvFile.PAGE),
                (VerificationSummary file) -> csv.add(
                        file.sellerName(),
                        visit.say("state.verification." + file.state().stored()),
                        visit.show().time(file.submittedAt()),
                        visit.show().date(file.validUntil())));
        return new Outcome.Send("verifications.csv", "text/csv; charset=utf-8", csv.bytes());
    }

    public Page<VerificationSummary> files() {
        return files;
    }

    public List<String> states() {
        return Arrays.stream(VerificationState.values())
                .map(VerificationState::stored)
                .toList();
    }

    public String path(VerificationSummary file) {
        return "/verifications/" + Ids.external("seller", file.seller());
    }

    public String tone(VerificationState state) {
        return VerificationWords.tone(state);
    }
}
