package dev.rialto.rest.v1.buying;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contact, address and choices as they were typed; what is missing counts as empty.
 *
 * @param accounts to be recharged at once, by variant of a card; for the others a code comes with the order (E38)
 */
public record TypedBuyer(
        @Nullable String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String country,
        @Nullable String postcode,
        @Nullable String region,
        @Nullable String city,
        @Nullable String street,
        @Nullable String extra,
        @Nullable String note,
        @Nullable Map<String, String> delivery,
        @Nullable Map<String, String> accounts) {

    private static final int LONGEST = 4000;

    Buyer buyer() {
        return new Buyer(
                text(email),
                text(name),
                text(phone),
                text(country),
                text(postcode),
                text(region),
                text(city),
                text(street),
                text(extra),
                text(note),
                delivery == null ? Map.of() : delivery,
                accounts == null ? Map.of() : accounts);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    @Override
    public String toString() {
        return "TypedBuyer";
    }
}
