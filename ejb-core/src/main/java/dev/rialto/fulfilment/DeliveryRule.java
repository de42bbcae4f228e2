package dev.rialto.fulfilment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A price of a delivery method and when it counts.
 *
 * @param upToGrams heaviest parcel it is good for; null for any
 * @param regions region codes or names, or starts of postcodes ending in {@code *}; empty for any
 * @param amounts minor units by currency
 */
public record DeliveryRule(
        @Nullable Integer upToGrams, @Nullable List<String> regions, Map<String, Long> amounts) {
    public DeliveryRule {
        regions = regions == null ? List.of() : List.copyOf(regions);
        amounts = Map.copyOf(amounts);
    }

    public static DeliveryRule always(Map<String, Long> amounts) {
        return new DeliveryRule(null, List.of(), amounts);
    }

    boolean fits(Consignment consignment) {
        boolean lightEnough = upToGrams == null || consignment.weightGrams() <= upToGrams;
        return lightEnough && reaches(consignment);
    }

    List<String> places() {
        return regions == null ? List.of() : regions;
    }

    private boolean reaches(Consignment consignment) {
        return places().isEmpty() || places().stream().anyMatch(place -> isPlace(place, consignment));
    }

    private static boolean isPlace(String place, Consignment consignment) {
        return place.endsWith("*")
                ? consignment.postcode().startsWith(place.substring(0, place.length() - 1))
                : place.toLowerCase(Locale.ROOT)
                        .equals(consignment.region().strip().toLowerCase(Locale.ROOT));
    }
}
