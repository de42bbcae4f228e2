package dev.rialto.goods;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A category as it is read, before it stands in its tree. */
record CategoryRow(
        UUID id,
        @Nullable UUID parentId,
        String slug,
        String name,
        @Nullable String pictureKey,
        int position,
        long version,
        long goods) {

    /** The rows as a tree of two levels, in their order. */
    static List<CategoryNode> tree(List<CategoryRow> rows) {
        return rows.stream()
                .filter(row -> row.parentId == null)
                .map(row -> row.node(rows.stream()
                        .filter(child -> row.id.equals(child.parentId))
                        .map(child -> child.node(List.of()))
                        .toList()))
                .toList();
    }

    private CategoryNode node(List<CategoryNode> children) {
        return new CategoryNode(id, parentId, slug, name, pictureKey, position, version, goods, children);
    }
}
