package dev.rialto.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.checkout.Offer;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.coupon.CouponBook;
import dev.rialto.coupon.CouponKind;
import dev.rialto.coupon.IssueCoupon;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.Ledger;
import dev.rialto.ledger.LedgerPurpose;
import dev.rialto.order.ChangePart;
import dev.rialto.order.PlacedOrder;
import dev.rialto.order.SubOrderView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was bought with a coupon comes back in single pieces: never more than was paid, and all of it in the end. */
@Tag("A37")
@Tag("D81")
class CouponReturnsIT {
    @TempDir
    static Path folder;

    static ReturnFixture mall;
    static int number;

    @BeforeAll
    static void open() {
        mall = new ReturnFixture(folder);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private record Books(long ofMall, long ofSeller, long ofDelivery, long ofTax) {
        static Books now() {
            return new Books(
                    balance(LedgerPurpose.MALL, null),
                    balance(LedgerPurpose.SELLER, mall.shop.first),
                    balance(LedgerPurpose.DELIVERY, mall.shop.first),
                    balance(LedgerPurpose.TAX, mall.shop.first));
        }

        private static long balance(LedgerPurpose purpose, UUID tenant) {
            return CouponReturnsIT.mall
                    .shop
                    .mall
                    .get(Ledger.class)
                    .balance(ShopFixture.WORKER, purpose, tenant, "KRW")
                    .minor();
        }
    }

    /** A third and a bit, so that no share is even. */
    private static String coupon() {
        String code = "BACK" + ++number;
        mall.shop
                .mall
                .get(CouponBook.class)
                .issue(
                        mall.operator,
                        new IssueCoupon(
                                mall.shop.site,
                                code,
                                "Coupon",
                                CouponKind.PERCENT,
                                3_333,
                                Map.of(),
                                Map.of(),
                                Map.of(),
                                Instant.EPOCH,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of()));
        return code;
    }

    private record Sold(Caller buyer, PlacedOrder order, Offer offer) {}

    private static Sold sold(int pieces) {
        Caller buyer = mall.shop.guest();
        mall.shop.put(buyer, mall.shop.variant(9_997, 20), pieces);
        mall.shop.carts.useCoupon(buyer, mall.shop.visit(), coupon());
        mall.shop.checkout.save(buyer, mall.shop.visit(), ShopFixture.details());
        Offer offer = mall.shop.checkout.price(buyer, mall.shop.visit());
        assertThat(offer.goods().couponTotal().isZero()).isFalse();
        UUID payment = mall.shop.approved(buyer, offer);
        PlacedOrder order =
                ((dev.rialto.checkout.Completion.Placed) mall.shop.checkout.complete(buyer, payment)).order();
        mall.ship(order);
        return new Sold(buyer, order, offer);
    }

    private static Money back(Sold sold, int pieces) {
        ReturnView made = mall.returns.request(sold.buyer(), mall.request(sold.order(), pieces));
        mall.inspect(mall.arrived(made), pieces, 0);
        return mall.now(made).refund();
    }

    @Test
    void singlePiecesGiveBackTheirShareOfTheCouponedPriceAndInTheEndAllThatWasPaid() {
        Books before = Books.now();
        Sold sold = sold(3);
        Money paid = sold.offer().goods().total();
        List<Money> parts = new ArrayList<>();
        for (int piece = 0; piece < 3; piece++) {
            parts.add(back(sold, 1));
        }
        long third = paid.minor() / 3;
        assertThat(parts).allSatisfy(part -> assertThat(part.minor()).isBetween(third - 2, third + 2));
        assertThat(parts.stream().mapToLong(Money::minor).sum()).isEqualTo(paid.minor());
        assertThat(mall.view(sold.order()).payment().refunded()).isEqualTo(paid);
        assertThat(Books.now()).isEqualTo(before);
    }

    @Test
    void whatTheCouponTookOffIsNotGivenBack() {
        Sold sold = sold(2);
        Money withoutDelivery =
                sold.offer().goods().total().minus(sold.offer().goods().deliveryTotal());
        Money one = back(sold, 1);
        Money full = new Money(9_997L * 95 / 100, "KRW");
        assertThat(one.isMoreThan(full)).isFalse();
        assertThat(one.minor())
                .isBetween(
                        withoutDelivery.minor() / 2
                                + sold.offer().goods().deliveryTotal().minor() / 2
                                - 2,
                        withoutDelivery.minor() / 2
                                + sold.offer().goods().deliveryTotal().minor() / 2
                                + 2);
    }

    @Test
    void goodwillAndReturnsTogetherNeverPassWhatWasPaidWithTheCoupon() {
        Books before = Books.now();
        Sold sold = sold(3);
        Money paid = sold.offer().goods().total();
        SubOrderView part = mall.part(sold.order());
        mall.orderDesk.goodwill(
                mall.operator, new ChangePart(part.id(), "late", part.version()), new Money(1_111, "KRW"));
        SubOrderView now = mall.part(sold.order());
        assertThatThrownBy(() -> mall.orderDesk.goodwill(
                        mall.operator, new ChangePart(now.id(), "too much", now.version()), paid))
                .hasMessageContaining("refund_too_high");
        long returned = 0;
        for (int piece = 0; piece < 3; piece++) {
            returned += back(sold, 1).minor();
        }
        assertThat(returned + 1_111).isEqualTo(paid.minor());
        assertThat(mall.view(sold.order()).payment().refunded()).isEqualTo(paid);
        assertThat(Books.now()).isEqualTo(before);
    }
}
