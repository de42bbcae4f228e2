package dev.rialto.seller;

import dev.rialto.kernel.Texts;
import java.util.Map;

/**
 * One part of a page. A hero without a title shows the site's name and slogan.
 *
 * @param kind hero, banner, category-strip, goods-grid, rich-text, picture, shops
 * @param settings plain values: picture (a picture key), link (an address within the shop), count, sort, category,
 *     tone, align
 * @param texts per name and language: title, text, action, alt; body is cleaned HTML
 */
public record PageBlock(String kind, Map<String, String> settings, Map<String, Map<String, String>> texts) {
    public PageBlock {
        settings = settings == null ? Map.of() : Map.copyOf(settings);
        texts = texts == null ? Map.of() : Map.copyOf(texts);
    }

    /** A text in the wanted language, else in the default one, else in any, else empty. */
    public String text(String name, String language, String otherwise) {
        return Texts.pick(texts.getOrDefault(name, Map.of()), language, otherwise);
    }
}
