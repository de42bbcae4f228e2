package dev.rialto.seller;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages that a new site begins with, in all languages; the shop changes them as it likes. */
final class FirstPages {
    private static final TypeReference<List<Page>> PAGES = new TypeReference<>() {};
    private static final List<Page> ALL = Json.read(ShippedThemes.resource("first-pages.json"), PAGES);

    private FirstPages() {}

    /** A page to be made. */
    record Page(String slug, int position, PageDocument document) {}

    /** The pages with the shop's name in them. */
    static List<Page> of(String shop) {
        String safe = shop.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return ALL.stream()
                .map(page -> new Page(page.slug(), page.position(), named(page.document(), safe)))
                .toList();
    }

    private static PageDocument named(PageDocument page, String shop) {
        return new PageDocument(
                page.title(),
                page.blocks().stream().map(block -> named(block, shop)).toList());
    }

    private static PageBlock named(PageBlock block, String shop) {
        Map<String, Map<String, String>> texts = block.texts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> text.getValue().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, one -> one.getValue().replace("{shop}", shop)))));
        return new PageBlock(block.kind(), block.settings(), texts);
    }
}
