package dev.rialto.checkout;

import dev.rialto.kernel.CardNumbers;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Violations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds every field of contact and address that is wrong. */
final class DetailsCheck {
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,30}");
    private static final Map<String, Pattern> POSTCODES = Map.of(
            "KR", Pattern.compile("\\d{5}"),
            "JP", Pattern.compile("\\d{3}-?\\d{4}"),
            "CN", Pattern.compile("\\d{6}"),
            "US", Pattern.compile("\\d{5}(-\\d{4})?"),
            "DE", Pattern.compile("\\d{5}"),
            "FR", Pattern.compile("\\d{5}"));

    private final CheckoutDetails details;
    private final Violations wrong = new Violations();

    DetailsCheck(CheckoutDetails details) {
        this.details = details;
    }

    /**
     * The errors, empty when all is well.
     *
     * @param countries where the sellers deliver; empty when that is not looked at
     * @param isSent false when nothing is sent to the address; then country and region are enough, for the tax
     */
    static List<FieldError> errors(CheckoutDetails details, Collection<String> countries, boolean isSent) {
        DetailsCheck check = new DetailsCheck(details);
        check.contact();
        check.country(countries);
        check.address(isSent);
        check.noCardNumbers();
        return check.wrong.errors();
    }

    private void contact() {
        wrong.text("email", details.email(), 254).text("name", details.name(), 100);
        matches("email", details.email(), EMAIL);
        matches("phone", details.phone(), PHONE);
        wrong.optionalText("note", details.note(), 500);
        details.accounts().forEach((variant, account) -> wrong.optionalText("account." + variant, account, 120)
                .check(!CardNumbers.areIn(account), "account." + variant, "card_number"));
    }

    private void country(Collection<String> countries) {
        wrong.text("country", details.country(), 2);
        boolean known = java.util.Locale.getISOCountries(java.util.Locale.IsoCountryCode.PART1_ALPHA2)
                .contains(details.country());
        if (!details.country().isEmpty()) {
            wrong.check(known, "country", "unknown");
            wrong.check(
                    !known || countries.isEmpty() || countries.contains(details.country()), "country", "no_delivery");
        }
    }

    private void address(boolean isSent) {
        required(isSent, "postcode", details.postcode(), 20);
        Pattern postcode = POSTCODES.get(details.country());
        if (postcode != null) {
            matches("postcode", details.postcode(), postcode);
        }
        required(isSent, "city", details.city(), 100);
        required(isSent, "street", details.street(), 200);
        wrong.optionalText("region", details.region(), 100).optionalText("extra", details.extra(), 200);
    }

    private void required(boolean isRequired, String field, String text, int longest) {
        if (isRequired) {
            wrong.text(field, text, longest);
        } else {
            wrong.optionalText(field, text, longest);
        }
    }

    private void matches(String field, String text, Pattern pattern) {
        wrong.check(text.isBlank() || pattern.matcher(text.strip()).matches(), field, "malformed");
    }

    /** Card numbers never reach us: a text that looks like one is refused. */
    private void noCardNumbers() {
        Map.of(
                        "name", details.name(),
                        "note", details.note(),
                        "street", details.street(),
                        "extra", details.extra(),
                        "city", details.city(),
                        "phone", details.phone())
                .forEach((field, text) -> wrong.check(!CardNumbers.areIn(text), field, "card_number"));
    }
}
