package dev.rialto.fulfilment;

import dev.rialto.kernel.Violations;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A delivery method as a seller wants it; fields as in {@link DeliveryMethod}.
 *
 * @param id null for a new one
 * @param tenantId the seller
 * @param version of the method that was read; passed over for a new one
 */
public record SaveDelivery(
        @Nullable UUID id,
        UUID tenantId,
        Map<String, String> names,
        DeliveryKind kind,
        List<String> countries,
        List<DeliveryRule> rules,
        Map<String, Long> freeFrom,
        String taxClass,
        int daysFrom,
        int daysTo,
        int position,
        boolean active,
        long version) {
    private static final Set<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final int MOST_RULES = 50;
    private static final int MOST_DAYS = 365;
    private static final long MOST = 1_000_000_000_000L;

    public SaveDelivery {
        names = Map.copyOf(names);
        countries = List.copyOf(countries);
        rules = List.copyOf(rules);
        freeFrom = Map.copyOf(freeFrom);
    }

    /** Names every field that is wrong. */
    void check() {
        Violations wrong = new Violations();
        wrong.check(!names.isEmpty(), "names", "required");
        names.forEach((language, name) -> wrong.text("names." + language, name, 100));
        wrong.check(COUNTRIES.containsAll(countries), "countries", "unknown");
        wrong.check(!rules.isEmpty(), "rules", "required")
                .check(rules.size() <= MOST_RULES, "rules", "too_many", MOST_RULES);
        for (int i = 0; i < rules.size(); i++) {
            check(wrong, rules.get(i), "rules." + i);
        }
        checkAmounts(wrong, freeFrom, "freeFrom");
        wrong.check(daysFrom >= 0 && daysFrom <= MOST_DAYS, "daysFrom", "out_of_range", 0, MOST_DAYS);
        wrong.check(daysTo >= daysFrom && daysTo <= MOST_DAYS, "daysTo", "out_of_range", daysFrom, MOST_DAYS);
        wrong.raise(FulfilmentError.DELIVERY_INVALID);
    }

    private void check(Violations wrong, DeliveryRule rule, String field) {
        wrong.check(!rule.amounts().isEmpty(), field + ".amounts", "required");
        checkAmounts(wrong, rule.amounts(), field + ".amounts");
        Integer grams = rule.upToGrams();
        wrong.check(grams == null || kind == DeliveryKind.BY_WEIGHT, field + ".upToGrams", "not_for_this_kind");
        wrong.check(grams == null || grams > 0, field + ".upToGrams", "too_small", 1);
        wrong.check(rule.places().isEmpty() || kind == DeliveryKind.BY_REGION, field + ".regions", "not_for_this_kind");
        checkPlaces(wrong, rule.places(), field + ".regions");
    }

    private static void checkPlaces(Violations wrong, Collection<String> places, String field) {
        wrong.check(places.stream().noneMatch(String::isBlank), field, "required");
        wrong.check(places.stream().allMatch(place -> place.length() <= 60), field, "too_long", 60);
    }

    private static void checkAmounts(Violations wrong, Map<String, Long> amounts, String field) {
        amounts.forEach(
                (currency, amount) -> wrong.check(CURRENCIES.contains(currency), field + "." + currency, "unknown")
                        .check(amount >= 0 && amount <= MOST, field + "." + currency, "out_of_range", 0, MOST));
    }
}
