package dev.rialto.goods;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods with all that can be edited.
 *
 * @param variants with their ids and, as pieces, what is on hand
 * @param version to be given back with an edit
 */
public record GoodsDraft(
        UUID id,
        UUID tenantId,
        String sellerName,
        String slug,
        @Nullable String handle,
        GoodsState state,
        GoodsDetails details,
        List<VariantSpec> variants,
        List<Picture> pictures,
        Instant updatedAt,
        long version) {

    /** A picture in its place. */
    public record Picture(UUID id, String key, int width, int height, Map<String, String> alt) {
        public Picture {
            alt = Map.copyOf(alt);
        }
    }

    public GoodsDraft {
        variants = List.copyOf(variants);
        pictures = List.copyOf(pictures);
    }
}
