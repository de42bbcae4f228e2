package dev.rialto.audience;

import dev.rialto.kernel.Violations;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A checked filter in the form in which SQL asks it.
 *
 * @param born true: the birth date is given and within the two days; false: it is not given; null: it does not matter
 * @param bornAfter whoever was born on it is too old
 * @param bornUntil the latest birth
 */
public record Choice(
        String text,
        @Nullable String gender,
        @Nullable String region,
        @Nullable String occupation,
        @Nullable Boolean born,
        @Nullable LocalDate bornAfter,
        @Nullable LocalDate bornUntil,
        @Nullable UUID after) {

    static Choice of(AudienceFilter filter, LocalDate today) {
        String age = filter.age();
        @Nullable AgeBand band = AgeBand.of(age).orElse(null);
        boolean noAge = AudienceFilter.NOT_GIVEN.equals(age);
        new Violations()
                .check(isKnown(filter.gender(), Traits.GENDERS::contains), "gender", "unknown")
                .check(isKnown(filter.region(), Regions::isKnown), "region", "unknown")
                .check(isKnown(filter.occupation(), Traits.OCCUPATIONS::contains), "occupation", "unknown")
                .check(isKnown(age, key -> band != null), "age", "unknown")
                .raise(AudienceError.INVALID_CRITERION);
        String text = filter.text() == null ? "" : filter.text().strip().toLowerCase(Locale.ROOT);
        return new Choice(
                text,
                filter.gender(),
                filter.region(),
                filter.occupation(),
                band != null ? Boolean.TRUE : noAge ? Boolean.FALSE : null,
                band == null ? null : band.earliestBirth(today),
                band == null ? null : band.latestBirth(today),
                filter.after());
    }

    private static boolean isKnown(@Nullable String value, Predicate<String> listed) {
        return value == null || value.equals(AudienceFilter.NOT_GIVEN) || listed.test(value);
    }
}
