package dev.rialto.goods;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A category and those below it.
 *
 * @param name in the language asked for
 * @param goods how many goods on the shelf stand in it or below it
 */
public record CategoryNode(
        UUID id,
        @Nullable UUID parentId,
        String slug,
        String name,
        @Nullable String pictureKey,
        int position,
        long version,
        long goods,
        List<CategoryNode> children) {
    public CategoryNode {
        children = List.copyOf(children);
    }
}
