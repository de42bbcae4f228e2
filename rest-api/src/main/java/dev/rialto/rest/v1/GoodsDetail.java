package dev.rialto.rest.v1;

import dev.rialto.goods.GoodsView;
import dev.rialto.kernel.Ids;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One product. Amounts are minor units (ISO 4217). These fields and no others (A18).
 *
 * @param bodyHtml cleaned description
 * @param options names of the options, in the order of the variants' values
 * @param pictures addresses on the storefront's host
 */
public record GoodsDetail(
        String id,
        String slug,
        String title,
        String summary,
        String bodyHtml,
        List<String> options,
        Map<String, String> attributes,
        List<Picture> pictures,
        String currency,
        List<Variant> variants) {

    /** A picture and what it shows. */
    public record Picture(@Nullable String address, int width, int height, String alt) {}

    /**
     * One form in which the goods are sold.
     *
     * @param available units that can be bought now
     */
    public record Variant(
            String id,
            @Nullable String sku,
            List<String> optionValues,
            int weightGrams,
            long listPrice,
            long price,
            @Nullable Long priorLowestPrice,
            long available) {
        public Variant {
            optionValues = List.copyOf(optionValues);
        }

        static Variant of(GoodsView.Variant variant) {
            return new Variant(
                    Ids.external("variant", variant.id()),
                    variant.sku(),
                    variant.optionValues(),
                    variant.weightGrams(),
                    variant.listPrice(),
                    variant.price(),
                    variant.priorLowest(),
                    variant.available());
        }
    }

    public GoodsDetail {
        options = List.copyOf(options);
        attributes = Map.copyOf(attributes);
        pictures = List.copyOf(pictures);
        variants = List.copyOf(variants);
    }

    static GoodsDetail of(GoodsView goods) {
        return new GoodsDetail(
                Ids.external("goods", goods.id()),
                goods.slug(),
                goods.title(),
                goods.summary(),
                goods.bodyHtml(),
                goods.optionNames(),
                goods.attributes(),
                goods.pictures().stream()
                        .map(picture -> new Picture(
                                Pictures.address(picture.key()), picture.width(), picture.height(), picture.alt()))
                        .toList(),
                goods.currency(),
                goods.variants().stream().map(Variant::of).toList());
    }
}
