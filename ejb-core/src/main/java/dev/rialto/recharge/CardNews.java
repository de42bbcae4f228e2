package dev.rialto.recharge;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A provider's call-back as it came: headers, whose names may be in any case, and body. */
public record CardNews(Map<String, String> headers, String body) {
    public CardNews {
        Map<String, String> small = new TreeMap<>();
        headers.forEach((name, value) -> small.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(small);
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
