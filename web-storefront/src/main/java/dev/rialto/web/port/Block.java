package dev.rialto.web.port;

import dev.rialto.kernel.Texts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of a page.
 *
 * @param kind which part: hero, banner, category-strip, goods-grid, rich-text, shops
 * @param settings plain values of the part: link, picture, count
 * @param texts per name and language: title, text, action
 */
public record Block(String kind, Map<String, String> settings, Map<String, Map<String, String>> texts) {
    public Block {
        settings = Map.copyOf(settings);
        texts = Map.copyOf(texts);
    }

    /** A plain value; null when the block has none of that name. */
    public @Nullable String setting(String name) {
        return settings.get(name);
    }

    /** A text in the wanted language, else in one of the others, else empty. */
    public String text(String name, String language, List<String> otherwise) {
        Map<String, String> inLanguages = texts.getOrDefault(name, Map.of());
        return Texts.pick(inLanguages, language, otherwise.get(0));
    }
}
