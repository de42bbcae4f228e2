package dev.rialto.membership;

import dev.rialto.kernel.Violations;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a member changes about himself; what is null is not given. */
public record UpdateProfile(
        String name,
        @Nullable String phone,
        String language,
        @Nullable LocalDate birthDate,
        @Nullable String gender,
        @Nullable String occupation,
        @Nullable String region) {
    private static final Set<String> GENDERS = Set.of("female", "male", "other");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    void check(Violations violations, LocalDate today) {
        PersonRules.name(violations, "name", name);
        PersonRules.phone(violations, "phone", phone);
        PersonRules.language(violations, "language", language);
        violations
                .check(gender == null || GENDERS.contains(gender), "gender", "unknown")
                .check(
                        birthDate == null || (!birthDate.isBefore(EARLIEST) && birthDate.isBefore(today)),
                        "birthDate",
                        "invalid")
                .optionalText("occupation", occupation, 100)
                .optionalText("region", region, 100);
    }
}
