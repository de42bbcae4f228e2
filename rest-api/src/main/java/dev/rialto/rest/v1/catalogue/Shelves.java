package dev.rialto.rest.v1.catalogue;

import dev.rialto.goods.CategoryNode;
import dev.rialto.goods.GoodsView;
import dev.rialto.goods.ShelfPage;
import dev.rialto.kernel.Money;
import dev.rialto.rest.v1.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods and lists between the forms of shelf and port. */
final class Shelves {
    private static final String SELLER = "seller";

    private Shelves() {}

    static Listing listing(ShelfPage page) {
        return new Listing(
                page.items().stream().map(Shelves::card).toList(),
                page.facets().stream().map(Shelves::facet).toList(),
                page.isApproximate(),
                page.next());
    }

    private static Listing.Facet facet(ShelfPage.Facet facet) {
        boolean sellers = facet.name().equals(SELLER);
        return new Listing.Facet(
                facet.name(),
                facet.label(),
                facet.values().stream()
                        .map(value -> new Listing.Value(
                                sellers
                                        ? Wire.text(Wire.SELLER, java.util.UUID.fromString(value.value()))
                                        : value.value(),
                                value.label(),
                                value.count()))
                        .toList());
    }

    private static GoodsCard card(dev.rialto.goods.GoodsCard card) {
        return new GoodsCard(
                Wire.text(Wire.GOODS, card.id()),
                card.slug(),
                card.title(),
                card.summary(),
                Wire.text(Wire.SELLER, card.sellerId()),
                card.sellerName(),
                new Money(before(card.listPrice(), card.compareAt()), card.currency()),
                new Money(card.price(), card.currency()),
                money(card.priorLowest(), card.currency()),
                card.highestPrice() > card.price(),
                card.pictureKey(),
                card.pictureAlt(),
                card.available(),
                card.onSale(),
                new Rating(card.reviews(), card.stars()));
    }

    /** The price shown as the one before: the listed one, or the seller's own comparison when that is higher. */
    private static long before(long listPrice, @Nullable Long compareAt) {
        return compareAt == null ? listPrice : Math.max(listPrice, compareAt);
    }

    private static @Nullable Money money(@Nullable Long minor, String currency) {
        return minor == null ? null : new Money(minor, currency);
    }

    static Goods goods(GoodsView goods, List<Goods.Delivery> deliveries) {
        return new Goods(
                Wire.text(Wire.GOODS, goods.id()),
                goods.slug(),
                goods.title(),
                goods.summary(),
                goods.bodyHtml(),
                Wire.text(Wire.SELLER, goods.sellerId()),
                goods.sellerName(),
                goods.vendor(),
                goods.optionNames(),
                goods.variants().stream()
                        .map(variant -> variant(variant, goods.currency()))
                        .toList(),
                goods.pictures().stream()
                        .map(picture ->
                                new Goods.Picture(picture.key(), picture.alt(), picture.width(), picture.height()))
                        .toList(),
                goods.path().stream()
                        .map(crumb -> new Category(crumb.slug(), crumb.name(), null, List.of()))
                        .toList(),
                goods.attributes(),
                deliveries,
                trader(goods.trader()),
                new Rating(goods.voice().reviews(), goods.voice().stars()),
                goods.voice().questions(),
                Remarks.latest(goods.voice().latestReviews()),
                Remarks.latest(goods.voice().latestQuestions()));
    }

    private static Goods.Trader trader(GoodsView.Trader trader) {
        return new Goods.Trader(
                trader.sells(),
                orBlank(trader.legalName()),
                orBlank(trader.registrationNumber()),
                orBlank(trader.email()),
                orBlank(trader.phone()),
                orBlank(trader.address()));
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Goods.Variant variant(GoodsView.Variant variant, String currency) {
        return new Goods.Variant(
                Wire.text(Wire.VARIANT, variant.id()),
                variant.title(),
                variant.optionValues(),
                new Money(before(variant.listPrice(), variant.compareAt()), currency),
                new Money(variant.price(), currency),
                money(variant.priorLowest(), currency),
                variant.available());
    }

    static Category category(CategoryNode node) {
        return new Category(
                node.slug(),
                node.name(),
                node.pictureKey(),
                node.children().stream().map(Shelves::category).toList());
    }
}
