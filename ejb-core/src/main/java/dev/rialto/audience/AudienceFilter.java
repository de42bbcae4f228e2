package dev.rialto.audience;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which members are looked for; null stands for all.
 *
 * @param text part of a name or of an address
 * @param gender one of {@link Traits#GENDERS}, or {@link #NOT_GIVEN}
 * @param region a code of {@link Regions}, or {@link #NOT_GIVEN}
 * @param age key of an {@link AgeBand}, or {@link #NOT_GIVEN}
 * @param occupation one of {@link Traits#OCCUPATIONS}, or {@link #NOT_GIVEN}
 * @param after the last member of the page before
 * @param limit rows a page, 200 at most
 */
public record AudienceFilter(
        @Nullable String text,
        @Nullable String gender,
        @Nullable String region,
        @Nullable String age,
        @Nullable String occupation,
        @Nullable UUID after,
        int limit) {
    /** The value of whoever said nothing. */
    public static final String NOT_GIVEN = "none";

    /** Every member. */
    public static AudienceFilter all(int limit) {
        return new AudienceFilter(null, null, null, null, null, null, limit);
    }

    /** The next page. */
    public AudienceFilter after(@Nullable UUID last) {
        return new AudienceFilter(text, gender, region, age, occupation, last, limit);
    }
}
