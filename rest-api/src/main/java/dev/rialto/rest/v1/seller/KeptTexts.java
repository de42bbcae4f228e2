package dev.rialto.rest.v1.seller;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a seller's programs keep beside one thing.
 *
 * @param entries text by key: up to 50 keys of up to 40 letters, digits, dots, dashes and underscores; texts of up to
 *     500 characters
 */
public record KeptTexts(Map<String, String> entries) {
    public KeptTexts {
        entries = entries == null ? null : Collections.unmodifiableMap(new TreeMap<>(entries));
    }
}
