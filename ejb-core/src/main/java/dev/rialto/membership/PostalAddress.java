package dev.rialto.membership;

import dev.rialto.kernel.Violations;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place to deliver to.
 *
 * @param id null before it is kept
 * @param country two letters
 * @param isDefault offered first
 */
public record PostalAddress(
        @Nullable UUID id,
        String name,
        @Nullable String phone,
        String country,
        @Nullable String region,
        String city,
        String street,
        @Nullable String extra,
        String postcode,
        boolean isDefault) {

    void check(Violations violations) {
        PersonRules.name(violations, "name", name);
        PersonRules.phone(violations, "phone", phone);
        violations
                .check(PersonRules.isCountry(country), "country", "unknown")
                .optionalText("region", region, 100)
                .text("city", city, 100)
                .text("street", street, 200)
                .optionalText("extra", extra, 200)
                .text("postcode", postcode, 20);
    }
}
