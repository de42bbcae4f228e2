package dev.rialto.membership;

import dev.rialto.kernel.Violations;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in the fields about a person. */
final class PersonRules {
    static final Set<String> LANGUAGES = Set.of("ko", "en", "ja", "zh");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern PHONE = Pattern.compile("[+]?[0-9][0-9 ().-]{3,28}[0-9]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private PersonRules() {}

    static void name(Violations violations, String field, String name) {
        violations.text(field, name, 100).check(!CONTROL.matcher(name).find(), field, "control_character");
    }

    static void phone(Violations violations, String field, @Nullable String phone) {
        violations.check(
                phone == null || phone.isBlank() || PHONE.matcher(phone.strip()).matches(), field, "invalid");
    }

    static void language(Violations violations, String field, String language) {
        violations.check(LANGUAGES.contains(language), field, "unknown");
    }

    static boolean isCountry(String country) {
        return COUNTRIES.contains(country);
    }

    /** Blank means not given. */
    static @Nullable String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
