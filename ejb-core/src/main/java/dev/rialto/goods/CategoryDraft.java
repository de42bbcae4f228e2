package dev.rialto.goods;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the mall says about a category.
 *
 * @param parentId a category of the first level; null makes this one of the first level
 * @param slug its name in addresses: small letters, digits, hyphens; unique
 * @param names by language; at least one
 * @param position among its neighbours
 */
public record CategoryDraft(
        @Nullable UUID parentId,
        String slug,
        Map<String, String> names,
        int position,
        @Nullable String pictureKey) {
    public CategoryDraft {
        names = Map.copyOf(names);
    }
}
