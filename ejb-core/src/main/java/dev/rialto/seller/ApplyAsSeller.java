package dev.rialto.seller;

import dev.rialto.kernel.Violations;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wish to sell in the mall (A1).
 *
 * @param name under which goods are sold
 * @param legalName of the company, if another
 * @param country two letters
 * @param about a few sentences per language
 */
public record ApplyAsSeller(
        String name,
        @Nullable String legalName,
        @Nullable String registrationNumber,
        String email,
        @Nullable String phone,
        String country,
        @Nullable String address,
        Map<String, String> about) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,180}\\.[^\\s@<>\",;]{2,}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");
    private static final Set<String> LANGUAGES = Set.of("ko", "en", "ja", "zh");
    private static final int LONGEST_ABOUT = 2000;

    public ApplyAsSeller {
        about = Map.copyOf(about);
    }

    void raiseIfWrong() {
        Violations violations = new Violations()
                .text("name", name, 100)
                .optionalText("legalName", legalName, 200)
                .optionalText("registrationNumber", registrationNumber, 50)
                .text("email", email, 254)
                .optionalText("phone", phone, 30)
                .optionalText("address", address, 500)
                .check(COUNTRIES.contains(country), "country", "unknown")
                .check(email.isBlank() || EMAIL.matcher(email.strip()).matches(), "email", "invalid")
                .check(!CONTROL.matcher(name).find(), "name", "control_character")
                .check(LANGUAGES.containsAll(about.keySet()), "about", "unknown_language");
        about.values().forEach(text -> violations.optionalText("about", text, LONGEST_ABOUT));
        violations.raise(SellerError.INVALID_SELLER);
    }
}
