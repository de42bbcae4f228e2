package dev.rialto.web.console.member;

import dev.rialto.audience.BestCustomers;
import dev.rialto.audience.BestCustomers.BestCustomer;
import dev.rialto.audience.BestCustomers.Criterion;
import dev.rialto.audience.BestCustomers.Measure;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The best customers by a criterion that stands in the address: amount or number of orders in a period (D74, D75). */
@Route(
        path = "/best-customers",
        view = "best-customers",
        who = Who.OPERATOR,
        permission = "member.view",
        menu = Section.MEMBERS,
        rank = 20)
public class BestCustomersPage implements ConsolePage {
    private static final int MOST = 200;

    private final BestCustomers best;
    private final Clock clock;
    private List<BestCustomer> customers = List.of();
    private LocalDate from = LocalDate.EPOCH;
    private LocalDate until = LocalDate.EPOCH;
    private String currency = "";

    @Inject
    public BestCustomersPage(BestCustomers best, Clock clock) {
        this.best = best;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        LocalDate today = LocalDate.ofInstant(Instant.now(clock), visit.house().zone());
        until = date(visit, "until", today);
        from = date(visit, "from", until.minusYears(1).plusDays(1));
        currency = visit.entries()
                .optional("currency")
                .orElse(visit.house().currencies().get(0));
        long least = least(visit);
        visit.entries().raise();
        customers = best.list(visit.caller(), new Criterion(measure(visit), currency, least, from, until, MOST));
        return visit.query("as").equals("csv") ? csv(visit) : Outcome.show();
    }

    private static LocalDate date(Visit visit, String name, LocalDate otherwise) {
        try {
            return visit.entries().optional(name).map(LocalDate::parse).orElse(otherwise);
        } catch (DateTimeException e) {
            visit.entries().check(false, name, "no_date");
            return otherwise;
        }
    }

    private long least(Visit visit) {
        if (measure(visit) == Measure.NUMBER) {
            return visit.entries().wholeOrNone("least").orElse(1L);
        }
        if (!visit.house().currencies().contains(currency)) {
            visit.entries().check(false, "currency", "unknown");
            return 0;
        }
        return visit.entries().minor("least", currency).orElse(0L);
    }

    private static Measure measure(Visit visit) {
        return visit.query("measure").equals("number") ? Measure.NUMBER : Measure.AMOUNT;
    }

    private Outcome csv(Visit visit) {
        CsvFile file = new CsvFile(
                visit.say("field.name"),
                visit.say("field.email"),
                visit.say("best.orders"),
                visit.say("best.amount"),
                visit.say("field.currency"),
                visit.say("best.last"));
        customers.forEach(customer -> file.add(
                customer.name(),
                customer.email(),
                String.valueOf(customer.orders()),
                customer.amount().toDecimal().toPlainString(),
                customer.amount().currency(),
                customer.lastAt().toString()));
        return new Outcome.Send("best-customers.csv", "text/csv; charset=utf-8", file.bytes());
    }

    public List<BestCustomer> customers() {
        return customers;
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate until() {
        return until;
    }

    public String currency() {
        return currency;
    }

    public List<Option> measures(Visit visit) {
        return Arrays.stream(Measure.values())
                .map(measure -> measure.name().toLowerCase(Locale.ROOT))
                .map(key -> new Option(key, visit.say("best.measure." + key)))
                .toList();
    }

    public List<Option> currencies(Visit visit) {
        return visit.house().currencies().stream()
                .map(code -> new Option(code, code))
                .toList();
    }

    public String path(BestCustomer customer) {
        return MemberWords.path(customer.accountId());
    }
}
