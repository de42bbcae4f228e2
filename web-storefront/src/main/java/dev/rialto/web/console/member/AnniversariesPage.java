package dev.rialto.web.console.member;

import dev.rialto.audience.Anniversaries;
import dev.rialto.audience.Anniversaries.Anniversary;
import dev.rialto.platform.JobRunView;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Whose birthday or wedding day it is, what became of the greetings, and the log of the daily job (D76, D77). */
@Route(
        path = "/anniversaries",
        view = "anniversaries",
        who = Who.OPERATOR,
        permission = "member.view",
        menu = Section.MEMBERS,
        rank = 30)
public class AnniversariesPage implements ConsolePage {
    private final Anniversaries anniversaries;
    private LocalDate date = LocalDate.EPOCH;
    private List<Anniversary> found = List.of();
    private List<JobRunView> runs = List.of();

    @Inject
    public AnniversariesPage(Anniversaries anniversaries) {
        this.anniversaries = anniversaries;
    }

    @Override
    public Outcome open(Visit visit) {
        date = date(visit);
        visit.entries().raise();
        found = anniversaries.on(visit.caller(), date);
        runs = anniversaries.runs(visit.caller());
        return Outcome.show();
    }

    private LocalDate date(Visit visit) {
        LocalDate today = anniversaries.today(visit.caller());
        try {
            return visit.entries().optional("on").map(LocalDate::parse).orElse(today);
        } catch (DateTimeException e) {
            visit.entries().check(false, "on", "no_date");
            return today;
        }
    }

    public LocalDate date() {
        return date;
    }

    public String dayBefore() {
        return date.minusDays(1).toString();
    }

    public String dayAfter() {
        return date.plusDays(1).toString();
    }

    public List<Anniversary> found() {
        return found;
    }

    public List<JobRunView> runs() {
        return runs;
    }

    public String path(Anniversary anniversary) {
        return MemberWords.path(anniversary.accountId());
    }

    /** What became of the greeting, or what will. */
    public String outcome(Anniversary anniversary) {
        if (anniversary.outcome() != null) {
            return anniversary.outcome();
        }
        if (!anniversary.wantsNews()) {
            return "will_not";
        }
        boolean over = runs.stream()
                .anyMatch(run -> run.state() == JobRunView.State.COMPLETED && day(run).equals(date.toString()));
        return over ? "missed" : "waiting";
    }

    public String tone(Anniversary anniversary) {
        return switch (outcome(anniversary)) {
            case "mailed" -> "chip-good";
            case "waiting" -> "chip-info";
            default -> "";
        };
    }

    public String state(JobRunView run) {
        return run.state().name().toLowerCase(Locale.ROOT);
    }

    /** The day of a run, as it was asked for. */
    public String day(JobRunView run) {
        return run.parameters().replaceAll("[^0-9-]", "");
    }

    /** How many were mailed in a run that ended, and how many had not agreed. */
    public String count(JobRunView run, String outcome) {
        String result = run.result() == null ? "" : run.result();
        return result.replaceAll("(?s).*\"" + outcome + "\"\\s*:\\s*([0-9]+).*", "$1")
                .replaceAll("[^0-9]", "");
    }
}
