package dev.rialto.membership;

import dev.rialto.kernel.Violations;
import org.jspecify.annotations.Nullable;

/** What a member changes about his name and how to reach him; a phone that is null is not given. */
public record UpdateProfile(String name, @Nullable String phone, String language) {
    void check(Violations violations) {
        PersonRules.name(violations, "name", name);
        PersonRules.phone(violations, "phone", phone);
        PersonRules.language(violations, "language", language);
    }
}
