package dev.rialto.rest.v1;

import dev.rialto.goods.GoodsCard;
import dev.rialto.kernel.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Goods in a list. Amounts are minor units (ISO 4217). These fields and no others (A18).
 *
 * @param id opaque id
 * @param slug name in addresses; names the goods in {@code /v1/goods/{slug}}
 * @param listPrice lowest listed price before any discount
 * @param price the same with the storefront's discount: what is charged
 * @param priorLowestPrice lowest listed price of the thirty days before a reduction
 * @param picture address of the picture on the storefront's host, 800 pixels wide
 */
public record GoodsItem(
        String id,
        String slug,
        String title,
        String summary,
        String currency,
        long listPrice,
        long price,
        @Nullable Long priorLowestPrice,
        @Nullable String picture,
        boolean available) {

    static GoodsItem of(GoodsCard card) {
        return new GoodsItem(
                Ids.external("goods", card.id()),
                card.slug(),
                card.title(),
                card.summary(),
                card.currency(),
                card.listPrice(),
                card.price(),
                card.priorLowest(),
                Pictures.address(card.pictureKey()),
                card.available());
    }
}
