package dev.rialto.web.console.cards;

import dev.rialto.channel.CardProvider;
import dev.rialto.channel.CardProviders;
import dev.rialto.recharge.DayBook;
import dev.rialto.recharge.ProviderDays;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Days of providers compared with ours: equal, ours only, theirs only; a day as CSV (E36). */
@Route(
        path = "/provider-days",
        view = "provider-days",
        who = Who.OPERATOR,
        permission = "provider.edit",
        menu = Section.CARDS,
        rank = 80)
public class ProviderDaysPage implements ConsolePage {
    private static final int LATEST = 200;

    private final ProviderDays days;
    private final CardProviders providers;
    private List<DayBook.Comparison> list = List.of();
    private List<CardProvider> known = List.of();

    @Inject
    public ProviderDaysPage(ProviderDays days, CardProviders providers) {
        this.days = days;
        this.providers = providers;
    }

    @Override
    public Outcome open(Visit visit) {
        Optional<LocalDate> day = day(visit.query("day"));
        if (day.isPresent()) {
            return csv(visit, visit.entries().id("provider").orElse(new UUID(0, 0)), day.get());
        }
        list = days.list(visit.caller(), LATEST);
        known = providers.all(visit.caller());
        return Outcome.show();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw ConsoleError.UNREADABLE_ENTRY.because("day", "invalid");
        }
    }

    private Outcome csv(Visit visit, UUID provider, LocalDate day) {
        CsvFile csv = new CsvFile("request", "side", "sku", "provider_number");
        days.differences(visit.caller(), provider, day)
                .forEach(line -> csv.add(
                        line.requestId(),
                        line.side(),
                        line.sku(),
                        line.providerNumber() == null ? "" : line.providerNumber()));
        return new Outcome.Send("provider-" + day + ".csv", "text/csv; charset=utf-8", csv.bytes());
    }

    @Override
    public Outcome act(Visit visit, String action) {
        LocalDate day = day(visit.entries().text("date"))
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("date", "required"));
        UUID provider = visit.entries().id("providerId").orElse(new UUID(0, 0));
        visit.entries().raise();
        days.compare(visit.caller(), provider, day);
        return Outcome.go("/provider-days", "done.provider-compared");
    }

    public List<DayBook.Comparison> days() {
        return list;
    }

    public List<Option> providers() {
        return known.stream()
                .map(one -> new Option(one.id().toString(), one.label()))
                .toList();
    }
}
