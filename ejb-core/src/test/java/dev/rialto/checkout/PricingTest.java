package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.fulfilment.DeliveryKind;
import dev.rialto.fulfilment.DeliveryMethod;
import dev.rialto.fulfilment.DeliveryRule;
import dev.rialto.goods.VariantQuote;
import dev.rialto.kernel.Money;
import dev.rialto.order.PricedGoods;
import dev.rialto.order.PricedPart;
import dev.rialto.tax.TaxRates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PricingTest {
    private static final List<UUID> SELLERS = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));

    @Property(tries = 300)
    @Tag("D45")
    void partsSumToTheWholeToTheLastUnit(
            @ForAll @Size(min = 1, max = 10) List<@LongRange(min = 1, max = 900_000_000L) Long> prices,
            @ForAll @IntRange(max = 9_000) int discountBp,
            @ForAll @IntRange(max = 3_000) int taxBp,
            @ForAll @IntRange(min = 1, max = 999) int quantity,
            @ForAll boolean taxIncluded) {
        PricedGoods goods = priced(prices, discountBp, taxBp, quantity, taxIncluded);

        Money parts = goods.parts().stream().map(PricedPart::total).reduce(Money.zero("KRW"), Money::plus);
        Money sum = goods.goodsTotal().minus(goods.discountTotal()).plus(goods.deliveryTotal());
        assertThat(goods.total()).isEqualTo(parts).isEqualTo(taxIncluded ? sum : sum.plus(goods.taxTotal()));
        assertThat(goods.discountTotal().isNegative()).isFalse();
    }

    @Property(tries = 300)
    void theBooksGetExactlyWhatIsPaid(
            @ForAll @Size(min = 1, max = 10) List<@LongRange(min = 1, max = 900_000_000L) Long> prices,
            @ForAll @IntRange(max = 3_000) int taxBp,
            @ForAll boolean taxIncluded) {
        for (PricedPart part : priced(prices, 500, taxBp, 3, taxIncluded).parts()) {
            assertThat(part.netGoods().plus(part.netDelivery()).plus(part.taxTotal()))
                    .isEqualTo(part.total());
            assertThat(part.taxes().values().stream().reduce(Money.zero("KRW"), Money::plus))
                    .isEqualTo(part.taxTotal());
        }
    }

    @Property(tries = 100)
    @Tag("A26")
    void everyOtherPriceHasAnotherFingerprint(
            @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 1, max = 900_000_000L) Long> prices) {
        UUID checkout = new UUID(0, 9);
        List<Long> dearer = new ArrayList<>(prices);
        dearer.set(0, prices.get(0) + 1);
        String seen = Fingerprint.of(checkout, priced(prices, 0, 1_000, 1, true));
        assertThat(Fingerprint.of(checkout, priced(prices, 0, 1_000, 1, true))).isEqualTo(seen);
        assertThat(Fingerprint.of(checkout, priced(dearer, 0, 1_000, 1, true))).isNotEqualTo(seen);
        assertThat(Fingerprint.of(new UUID(0, 8), priced(prices, 0, 1_000, 1, true)))
                .isNotEqualTo(seen);
    }

    private static PricedGoods priced(List<Long> prices, int discountBp, int taxBp, int quantity, boolean taxIncluded) {
        List<Pricing.Piece> pieces = new ArrayList<>();
        Map<UUID, DeliveryMethod> methods = new LinkedHashMap<>();
        for (int i = 0; i < prices.size(); i++) {
            UUID seller = SELLERS.get(i % SELLERS.size());
            pieces.add(new Pricing.Piece(quote(new UUID(1, i), seller, prices.get(i), discountBp), quantity));
            methods.computeIfAbsent(seller, PricingTest::post);
        }
        TaxRates rates = new TaxRates(Map.of("standard", new TaxRates.Rate("VAT", taxBp)));
        return new Pricing(ShopFixture.details(), "en", "KRW", rates, taxIncluded).price(pieces, methods);
    }

    private static VariantQuote quote(UUID variant, UUID seller, long list, int discountBp) {
        long unit = new Money(list, "KRW").lessBasisPoints(discountBp).minor();
        return new VariantQuote(
                variant,
                variant,
                seller,
                "Seller",
                "slug",
                "Title",
                "",
                null,
                null,
                "KRW",
                list,
                discountBp,
                unit,
                "standard",
                100,
                9_999,
                true);
    }

    private static DeliveryMethod post(UUID seller) {
        return new DeliveryMethod(
                seller,
                seller,
                Map.of("en", "Post"),
                DeliveryKind.FLAT,
                List.of(),
                List.of(DeliveryRule.always(Map.of("KRW", 3_000L))),
                Map.of("KRW", 1_000_000L),
                "standard",
                1,
                2,
                0,
                true,
                1);
    }
}
