package dev.rialto.web.console.member;

import dev.rialto.audience.MemberFile;
import dev.rialto.audience.MemberFiles;
import dev.rialto.kernel.Ids;
import dev.rialto.membership.PersonalRecords;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One member: who, orders newest first, what was bought how often and for how much, and what might please next (D73). */
@Route(path = "/members/{member}", view = "member", permission = "member.view")
public class MemberPage implements ConsolePage {
    private final MemberFiles files;
    private final PersonalRecords records;
    private final Clock clock;
    private @Nullable MemberFile file;

    @Inject
    public MemberPage(MemberFiles files, PersonalRecords records, Clock clock) {
        this.files = files;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        file = files.of(visit.caller(), visit.id("member"), visit.language());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        MemberFile about = files.of(visit.caller(), visit.id("member"), visit.language());
        return switch (action) {
            case "export" ->
                new Outcome.Send(
                        "member.json",
                        "application/json; charset=utf-8",
                        records.exportOf(visit.caller(), about.member().accountId())
                                .getBytes(StandardCharsets.UTF_8));
            case "erase" -> erase(visit, about);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        };
    }

    private Outcome erase(Visit visit, MemberFile about) {
        records.eraseOf(
                visit.caller(), about.member().accountId(), visit.entries().text("reason"));
        return Outcome.go("/members", "done.member-erased");
    }

    @Override
    public String title(Visit visit) {
        return file == null ? visit.say("page.member") : file.member().name();
    }

    public @Nullable MemberFile file() {
        return file;
    }

    public boolean mayEdit(Visit visit) {
        return visit.isOperator() && visit.may("member.edit");
    }

    public String gender(Visit visit) {
        return file == null ? "" : MemberWords.gender(file.member().gender(), visit);
    }

    public String region(Visit visit) {
        return file == null ? "" : MemberWords.region(file.member().region(), visit);
    }

    public String occupation(Visit visit) {
        return file == null ? "" : MemberWords.occupation(file.member().occupation(), visit);
    }

    public String years(Visit visit) {
        return file == null
                ? ""
                : MemberWords.years(
                        file.member(),
                        LocalDate.ofInstant(Instant.now(clock), visit.house().zone()));
    }

    /** Days since the last paid order; nothing when there is none. */
    public @Nullable Long daysSince() {
        Instant last = file == null ? null : file.lastOrderAt();
        return last == null ? null : Duration.between(last, Instant.now(clock)).toDays();
    }

    /** The sums of all currencies. */
    public String spent(Visit visit) {
        return file == null
                ? ""
                : file.spent().stream().map(visit.show()::money).collect(Collectors.joining(" · "));
    }

    public String path(MemberFile.OrderLine order) {
        return "/orders/" + Ids.external("order", order.orderId());
    }

    public String tone(MemberFile.OrderLine order) {
        return switch (order.state()) {
            case "paid" -> "chip-good";
            case "awaiting_deposit" -> "chip-warn";
            default -> "";
        };
    }
}
