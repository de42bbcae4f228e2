package dev.rialto.audience;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member says about himself; what is null is not given.
 *
 * @param gender one of {@link #GENDERS}
 * @param region a code of {@link Regions}
 * @param occupation one of {@link #OCCUPATIONS}
 */
public record Traits(
        @Nullable LocalDate birthDate,
        @Nullable String gender,
        @Nullable LocalDate weddingOn,
        @Nullable String region,
        @Nullable String occupation) {
    /** How people may call their gender. */
    public static final List<String> GENDERS = List.of("female", "male", "other");
    /** Kinds of occupation. */
    public static final List<String> OCCUPATIONS = List.of(
            "office",
            "professional",
            "public_service",
            "education",
            "health",
            "sales",
            "self_employed",
            "craft",
            "farming",
            "student",
            "home",
            "retired",
            "other");

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /**
     * Reads what was typed; blank means not given.
     *
     * @throws DomainException {@link AudienceError#INVALID_PORTRAIT} naming a date that is none
     */
    public static Traits typed(String birthDate, String gender, String weddingOn, String region, String occupation) {
        Violations violations = new Violations();
        Traits traits = new Traits(
                date(violations, "birthDate", birthDate),
                orNothing(gender),
                date(violations, "weddingOn", weddingOn),
                orNothing(region),
                orNothing(occupation));
        violations.raise(AudienceError.INVALID_PORTRAIT);
        return traits;
    }

    private static @Nullable LocalDate date(Violations violations, String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            violations.add(field, "no_date");
            return null;
        }
    }

    private static @Nullable String orNothing(String text) {
        return text.isBlank() ? null : text.strip();
    }

    void check(LocalDate today) {
        new Violations()
                .check(isPast(birthDate, today), "birthDate", "no_date")
                .check(isPast(weddingOn, today), "weddingOn", "no_date")
                .check(
                        weddingOn == null || birthDate == null || weddingOn.isAfter(birthDate),
                        "weddingOn",
                        "before_birth")
                .check(gender == null || GENDERS.contains(gender), "gender", "unknown")
                .check(region == null || Regions.isKnown(region), "region", "unknown")
                .check(occupation == null || OCCUPATIONS.contains(occupation), "occupation", "unknown")
                .raise(AudienceError.INVALID_PORTRAIT);
    }

    private static boolean isPast(@Nullable LocalDate date, LocalDate today) {
        return date == null || (!date.isBefore(EARLIEST) && !date.isAfter(today));
    }
}
