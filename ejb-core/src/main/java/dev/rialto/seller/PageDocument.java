package dev.rialto.seller;

import java.util.List;
import java.util.Map;

/**
 * The content of a page: its title per language and its blocks, top to bottom.
 */
public record PageDocument(Map<String, String> title, List<PageBlock> blocks) {
    public PageDocument {
        title = Map.copyOf(title);
        blocks = List.copyOf(blocks);
    }
}
