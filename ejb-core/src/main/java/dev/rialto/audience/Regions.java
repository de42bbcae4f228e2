package dev.rialto.audience;

import dev.rialto.message.Words;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where members live: the provinces of the mall's own country where they are listed (ISO 3166-2), and countries
 * (ISO 3166-1). So nobody's spelling makes a region of its own.
 */
public final class Regions {
    private static final String BUNDLE = "dev.rialto.audience.regions";
    private static final List<String> PROVINCES = List.of(
            "KR-11", "KR-26", "KR-27", "KR-28", "KR-29", "KR-30", "KR-31", "KR-50", "KR-41", "KR-42", "KR-43", "KR-44",
            "KR-45", "KR-46", "KR-47", "KR-48", "KR-49");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Regions() {}

    static boolean isKnown(String code) {
        return PROVINCES.contains(code) || COUNTRIES.contains(code);
    }

    /** The name of a region; a code that is none stands for itself. */
    public static String name(String code, String language) {
        if (PROVINCES.contains(code)) {
            return Words.of(BUNDLE, language).say(code);
        }
        return COUNTRIES.contains(code)
                ? new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.forLanguageTag(language))
                : code;
    }

    /** What a member of a mall in this country may choose, code to name: provinces first, then countries by name. */
    public static Map<String, String> choices(String country, String language) {
        Map<String, String> choices = new LinkedHashMap<>();
        PROVINCES.stream()
                .filter(code -> code.startsWith(country + "-"))
                .forEach(code -> choices.put(code, name(code, language)));
        Comparator<Object> alphabet = Collator.getInstance(Locale.forLanguageTag(language));
        Arrays.stream(Locale.getISOCountries())
                .filter(code -> choices.isEmpty() || !code.equals(country))
                .sorted(Comparator.comparing(code -> name(code, language), alphabet))
                .forEach(code -> choices.put(code, name(code, language)));
        return choices;
    }
}
