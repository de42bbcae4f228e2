package dev.rialto.fulfilment;

import dev.rialto.kernel.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A way a seller delivers.
 *
 * @param names by language
 * @param countries two letters each; empty for everywhere
 * @param rules the first that fits counts
 * @param freeFrom minor units by currency from which the goods travel free
 * @param taxClass tax class of the delivery itself
 * @param daysFrom shortest time in days
 * @param daysTo longest time in days
 */
public record DeliveryMethod(
        UUID id,
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
    public DeliveryMethod {
        names = Map.copyOf(names);
        countries = List.copyOf(countries);
        rules = List.copyOf(rules);
        freeFrom = Map.copyOf(freeFrom);
    }

    /** Does it go to that country? */
    public boolean reaches(String country) {
        return countries.isEmpty() || countries.contains(country);
    }

    /** What it costs; empty when it does not go there, is too heavy for it or has no price in that currency. */
    public Optional<Money> price(Consignment consignment) {
        String currency = consignment.goods().currency();
        if (!active || !reaches(consignment.country())) {
            return Optional.empty();
        }
        Optional<Money> price = rules.stream()
                .filter(rule -> rule.fits(consignment))
                .findFirst()
                .map(rule -> rule.amounts().get(currency))
                .map(minor -> new Money(minor, currency));
        return price.map(money -> isFree(consignment.goods()) ? Money.zero(currency) : money);
    }

    /** What it costs as far as that is known: the same as {@link #price} once there is an address. */
    public Optional<Money> priceSoFar(Consignment consignment) {
        if (consignment.hasPlace()) {
            return price(consignment);
        }
        if (kind == DeliveryKind.BY_REGION) {
            return Optional.empty();
        }
        String anywhere = countries.isEmpty() ? "" : countries.get(0);
        return price(new Consignment(anywhere, "", "", consignment.weightGrams(), consignment.goods()));
    }

    /** From which amount the goods travel free, in a currency. */
    public Optional<Money> freeFrom(String currency) {
        return Optional.ofNullable(freeFrom.get(currency)).map(minor -> new Money(minor, currency));
    }

    private boolean isFree(Money goods) {
        return freeFrom(goods.currency())
                .filter(limit -> !limit.isMoreThan(goods))
                .isPresent();
    }
}
