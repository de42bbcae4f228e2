package dev.rialto.rest.v1.catalogue;

import java.util.Map;

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
}
