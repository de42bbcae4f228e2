package dev.rialto.web.console.delivery;

import dev.rialto.fulfilment.DeliveryKind;
import dev.rialto.fulfilment.DeliveryRule;
import dev.rialto.fulfilment.SaveDelivery;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Show;
import dev.rialto.web.console.Visit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the form of a delivery method. Lines without any price are left out. */
final class DeliveryForm {
    private final Entries entries;
    private final Show show;
    private final List<String> currencies;
    private final DeliveryKind kind;

    private DeliveryForm(Visit visit) {
        this.show = visit.show();
        this.entries = visit.entries();
        this.currencies = visit.house().currencies();
        this.kind = kind(entries.text("kind"));
    }

    static SaveDelivery read(Visit visit, @Nullable UUID id) {
        return new DeliveryForm(visit).read(id, visit.caller().requireTenant());
    }

    private SaveDelivery read(@Nullable UUID id, UUID tenant) {
        SaveDelivery command = new SaveDelivery(
                id,
                tenant,
                entries.texts("names"),
                kind,
                list("countries").stream().map(show::countryCode).toList(),
                rules(),
                amounts("freeFrom"),
                entries.text("taxClass"),
                (int) entries.whole("daysFrom"),
                (int) entries.whole("daysTo"),
                entries.wholeOrNone("position").orElse(0L).intValue(),
                entries.ticked("active"),
                entries.wholeOrNone("version").orElse(0L));
        entries.raise();
        return command;
    }

    private List<DeliveryRule> rules() {
        return entries.lines("rules").stream()
                .sorted((a, b) -> Integer.compare(number(a), number(b)))
                .limit(kind == DeliveryKind.FLAT ? 1 : Integer.MAX_VALUE)
                .map(line -> rule("rules." + line))
                .filter(rule -> !rule.amounts().isEmpty())
                .toList();
    }

    private DeliveryRule rule(String line) {
        @Nullable
        Integer upTo = kind == DeliveryKind.BY_WEIGHT
                ? entries.wholeOrNone(line + ".upToGrams").map(Long::intValue).orElse(null)
                : null;
        List<String> regions = kind == DeliveryKind.BY_REGION ? list(line + ".regions") : List.of();
        return new DeliveryRule(upTo, regions, amounts(line + ".amounts"));
    }

    private Map<String, Long> amounts(String name) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (String currency : currencies) {
            entries.minor(name + "." + currency, currency).ifPresent(minor -> amounts.put(currency, minor));
        }
        return amounts;
    }

    private List<String> list(String name) {
        return Arrays.stream(entries.text(name).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private DeliveryKind kind(String name) {
        DeliveryKind found = Arrays.stream(DeliveryKind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        entries.check(found != null, "kind", "unknown");
        return Objects.requireNonNullElse(found, DeliveryKind.FLAT);
    }

    private static int number(String line) {
        return line.matches("[0-9]{1,4}") ? Integer.parseInt(line) : Integer.MAX_VALUE;
    }
}
