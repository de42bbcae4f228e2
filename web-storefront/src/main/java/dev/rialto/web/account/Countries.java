package dev.rialto.web.account;

import dev.rialto.web.shop.Visit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The countries of the world in the visitor's language, the shop's own first; and the languages of the pages. */
final class Countries {
    private Countries() {}

    static Map<String, String> names(Visit visit) {
        Map<String, String> names = new LinkedHashMap<>();
        String own = visit.site().country();
        names.put(own, visit.formats().country(own));
        Arrays.stream(Locale.getISOCountries())
                .map(code -> Map.entry(code, visit.formats().country(code)))
                .sorted(Comparator.comparing(
                        Map.Entry::getValue,
                        java.text.Collator.getInstance(visit.wording().locale())))
                .forEach(country -> names.putIfAbsent(country.getKey(), country.getValue()));
        return names;
    }

    static Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        languages.put("ko", "한국어");
        languages.put("en", "English");
        languages.put("ja", "日本語");
        languages.put("zh", "中文");
        return languages;
    }
}
