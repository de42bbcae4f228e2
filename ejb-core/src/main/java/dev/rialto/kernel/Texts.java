package dev.rialto.kernel;

import java.util.Map;

/** Texts per language, with a stated fallback. */
public final class Texts {
    private Texts() {}

    /** The text in the wanted language, else in the default one, else in any, else empty. */
    public static String pick(Map<String, String> texts, String wanted, String otherwise) {
        String exact = texts.get(wanted);
        if (exact != null && !exact.isBlank()) {
            return exact;
        }
        String fallback = texts.get(otherwise);
        if (fallback != null && !fallback.isBlank()) {
            return fallback;
        }
        return texts.entrySet().stream()
                .filter(text -> !text.getValue().isBlank())
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse("");
    }
}
