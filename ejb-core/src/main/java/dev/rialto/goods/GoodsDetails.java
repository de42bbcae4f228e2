package dev.rialto.goods;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a seller says about goods.
 *
 * @param categoryId a category of the second level
 * @param taxClass standard, reduced or zero, or another the mall has
 * @param attributes further properties: name to a text, to texts per language, or to a list of these; short ones become
 *     facets
 * @param defaultLanguage the language of the variants' option values; a text in it is required
 * @param texts by language
 */
public record GoodsDetails(
        UUID categoryId,
        String taxClass,
        @Nullable String vendor,
        List<String> tags,
        Map<String, Object> attributes,
        String defaultLanguage,
        Map<String, Text> texts) {

    /**
     * The texts in one language.
     *
     * @param bodyHtml description; cleaned when stored
     * @param optionNames what the variants differ in: {@code Size}, {@code Colour}; at most three
     */
    public record Text(String title, String summary, String bodyHtml, List<String> optionNames) {
        public Text {
            optionNames = List.copyOf(optionNames);
        }

        /** A title and nothing else. */
        public static Text of(String title) {
            return new Text(title, "", "", List.of());
        }
    }

    public GoodsDetails {
        tags = List.copyOf(tags);
        attributes = Map.copyOf(attributes);
        texts = Map.copyOf(texts);
    }
}
