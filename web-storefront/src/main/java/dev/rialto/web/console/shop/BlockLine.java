package dev.rialto.web.console.shop;

import dev.rialto.seller.PageBlock;
import java.util.List;
import java.util.Map;

/** One part of a page in its form: which inputs it has and what stands in them. */
public record BlockLine(int place, boolean last, PageBlock block) {
    private static final Map<String, List<String>> TEXTS = Map.of(
            "hero", List.of("title", "text", "action", "alt"),
            "banner", List.of("title", "text", "action", "alt"),
            "category-strip", List.of("title"),
            "goods-grid", List.of("title"),
            "rich-text", List.of("title", "body"),
            "picture", List.of("alt"),
            "shops", List.of("title"));
    private static final Map<String, List<String>> SETTINGS = Map.of(
            "hero", List.of("picture", "link", "align"),
            "banner", List.of("picture", "link", "tone"),
            "category-strip", List.of("count"),
            "goods-grid", List.of("count", "sort", "category"),
            "rich-text", List.of(),
            "picture", List.of("picture", "link"),
            "shops", List.of("count"));

    static List<String> textsOf(String kind) {
        return TEXTS.getOrDefault(kind, List.of());
    }

    static List<String> settingsOf(String kind) {
        return SETTINGS.getOrDefault(kind, List.of());
    }

    static boolean isKind(String kind) {
        return TEXTS.containsKey(kind);
    }

    public String kind() {
        return block.kind();
    }

    /** The texts this kind has. */
    public List<String> texts() {
        return textsOf(block.kind());
    }

    public boolean has(String setting) {
        return settingsOf(block.kind()).contains(setting);
    }

    public String text(String name, String language) {
        return block.texts().getOrDefault(name, Map.of()).getOrDefault(language, "");
    }

    public String setting(String name) {
        return block.settings().getOrDefault(name, "");
    }

    public boolean isFirst() {
        return place == 0;
    }
}
