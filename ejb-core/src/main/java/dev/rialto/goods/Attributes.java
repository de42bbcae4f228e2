package dev.rialto.goods;

import dev.rialto.kernel.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Further properties of goods: a text, texts per language, or a list of these. */
final class Attributes {
    private Attributes() {}

    /** One property as people of that language read it. */
    static String text(Object value, String language, String otherwise) {
        if (value instanceof List<?> several) {
            return several.stream().map(one -> text(one, language, otherwise)).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> texts) {
            Map<String, String> byLanguage = texts.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())));
            return Texts.pick(byLanguage, language, otherwise);
        }
        return String.valueOf(value);
    }
}
