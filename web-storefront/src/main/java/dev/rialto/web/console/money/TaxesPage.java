package dev.rialto.web.console.money;

import dev.rialto.seller.SiteDirectory;
import dev.rialto.tax.NewTaxRate;
import dev.rialto.tax.TaxRate;
import dev.rialto.tax.Taxes;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tax rates of each country, from a day on; a rate is never changed behind an order's back. */
@Route(path = "/taxes", view = "taxes", who = Who.OPERATOR, permission = "tax.edit", menu = Section.SETTINGS, rank = 2)
public class TaxesPage implements ConsolePage {
    private final Taxes taxes;
    private final SiteDirectory sites;
    private final Clock clock;
    private List<TaxRate> rates = List.of();
    private List<String> classes = List.of();

    @Inject
    public TaxesPage(Taxes taxes, SiteDirectory sites, Clock clock) {
        this.taxes = taxes;
        this.sites = sites;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        rates = taxes.current(visit.caller(), LocalDate.parse(today(visit)));
        classes = taxes.classes(visit.caller());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("set")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        int rate = visit.entries().basisPoints("rateBp");
        LocalDate from = day(visit);
        visit.entries().raise();
        String country = visit.entries().text("country").toUpperCase(Locale.ROOT);
        taxes.set(
                visit.caller(),
                new NewTaxRate(
                        visit.entries().text("taxClass"),
                        country,
                        visit.entries().optional("region").orElse(null),
                        visit.entries().text("name"),
                        rate,
                        from));
        return Outcome.go("/taxes", "done.tax-set", visit.entries().text("name"), country);
    }

    private static LocalDate day(Visit visit) {
        try {
            return LocalDate.parse(visit.entries().text("validFrom"));
        } catch (DateTimeParseException e) {
            visit.entries().check(false, "validFrom", "no_date");
            return LocalDate.EPOCH;
        }
    }

    public List<TaxRate> rates() {
        return rates;
    }

    public String today(Visit visit) {
        return LocalDate.ofInstant(clock.instant(), visit.house().zone()).toString();
    }

    public List<Option> classes(Visit visit) {
        return classes.stream()
                .map(code -> new Option(code, taxClass(code, visit)))
                .toList();
    }

    /** The class in the reader's words. */
    public String taxClass(String code, Visit visit) {
        return visit.phrases().has("tax." + code) ? visit.say("tax." + code) : code;
    }

    /** All countries by their names in the reader's language. */
    public List<Option> countries(Visit visit) {
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Option(code, country(code, visit)))
                .sorted(Comparator.comparing(
                        Option::label, Collator.getInstance(visit.phrases().locale())))
                .toList();
    }

    /** Where the mall itself is. */
    public String home(Visit visit) {
        return sites.mall(visit.caller()).country();
    }

    public String country(String code, Visit visit) {
        return new Locale("", code).getDisplayCountry(visit.phrases().locale());
    }
}
