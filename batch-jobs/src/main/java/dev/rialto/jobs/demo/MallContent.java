package dev.rialto.jobs.demo;

import dev.rialto.payment.NewBankAccount;
import dev.rialto.tax.NewTaxRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mall.json} says: the mall's own front and what all sellers share. Texts are maps from language to text.
 *
 * @param discountBp the mall's rate in basis points
 * @param theme shipped look to begin with
 * @param logo path of a picture, as every picture here
 * @param menu slugs of the pages that stand in the menu
 * @param optionNames words of options by key
 * @param optionValues words of option values by key; what is not there reads the same in every language
 * @param materials words of materials by key
 * @param sellers their files
 */
record MallContent(
        String name,
        List<String> languages,
        List<String> currencies,
        String country,
        String zone,
        int discountBp,
        String theme,
        String logo,
        Map<String, String> slogan,
        Showing hero,
        List<Showing> banners,
        List<String> menu,
        List<PageText> pages,
        List<Major> categories,
        Map<String, Map<String, String>> optionNames,
        Map<String, Map<String, String>> optionValues,
        Map<String, Map<String, String>> materials,
        List<Rate> taxRates,
        List<NewBankAccount> bankAccounts,
        List<Person> accounts,
        List<String> sellers) {

    /** A picture with words; {@code link} is where it leads, within the shop. */
    record Showing(
            String picture,
            Map<String, String> title,
            Map<String, String> text,
            @Nullable String link) {}

    /** A page of text, simple HTML per language. */
    record PageText(String slug, Map<String, String> title, Map<String, String> bodyHtml) {}

    /** A tax rate; {@code validFrom} is a date as in ISO 8601. */
    record Rate(String taxClass, String country, @Nullable String region, String name, int rateBp, String validFrom) {
        NewTaxRate command() {
            return new NewTaxRate(taxClass, country, region, name, rateBp, LocalDate.parse(validFrom));
        }
    }

    /** A category of the first level. */
    record Major(String slug, Map<String, String> names, String picture, List<Minor> children) {}

    /** A category of the second level. */
    record Minor(String slug, Map<String, String> names) {}

    /** Somebody with an account; {@code role} is operator or shopper, and staff of a seller has none. */
    record Person(
            @Nullable String role,
            String email,
            String password,
            String name,
            String language,
            @Nullable Home address) {}

    /** Where somebody lives. */
    record Home(
            String name,
            String phone,
            String country,
            String region,
            String city,
            String street,
            String extra,
            String postcode) {}

    /** The word for an option's value in a language. */
    String value(String key, String language) {
        return optionValues.getOrDefault(key, Map.of()).getOrDefault(language, key);
    }

    Person account(String role) {
        return accounts.stream()
                .filter(person -> role.equals(person.role()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the demo has no " + role));
    }
}
