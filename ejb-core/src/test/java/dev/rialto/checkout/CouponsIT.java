package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.coupon.CouponBook;
import dev.rialto.coupon.CouponFilter;
import dev.rialto.coupon.CouponKind;
import dev.rialto.coupon.IssueCoupon;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.ledger.Ledger;
import dev.rialto.ledger.LedgerPurpose;
import dev.rialto.order.OrderDesk;
import dev.rialto.order.PlacedOrder;
import dev.rialto.platform.MallClock;
import dev.rialto.seller.Permissions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CouponsIT {
    @TempDir
    static Path folder;

    static ShopFixture shop;
    static CouponBook book;
    static Caller mallStaff;
    static Caller seller;
    static UUID front;
    static int number;

    @BeforeAll
    static void aMallWithAStorefront() {
        shop = ShopFixture.open(folder);
        book = shop.mall.get(CouponBook.class);
        front = shop.storefront(shop.first, 1_000, "first.localhost");
        mallStaff = Caller.operator(null, Permissions.OPERATOR, "test");
        seller = Caller.tenant(shop.first, null, Set.of("coupon.edit"), "test");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private record Wish(Caller issuer, UUID site, String code) {
        IssueCoupon percent(int bp, Integer total, Integer member) {
            return of(CouponKind.PERCENT, bp, Map.of(), Map.of(), total, member, List.of());
        }

        IssueCoupon won(long won, long floor) {
            return of(
                    CouponKind.FIXED,
                    0,
                    Map.of("KRW", won),
                    floor == 0 ? Map.of() : Map.of("KRW", floor),
                    null,
                    null,
                    List.of());
        }

        IssueCoupon of(
                CouponKind kind,
                int bp,
                Map<String, Long> amounts,
                Map<String, Long> floors,
                Integer total,
                Integer member,
                List<String> goods) {
            return new IssueCoupon(
                    site,
                    code,
                    "Coupon",
                    kind,
                    bp,
                    amounts,
                    floors,
                    Map.of(),
                    Instant.EPOCH,
                    null,
                    total,
                    member,
                    goods,
                    List.of());
        }
    }

    private static Wish ofMall() {
        return new Wish(mallStaff, shop.site, "MALL" + ++number);
    }

    private static Wish ofSeller() {
        return new Wish(seller, front, "SHOP" + ++number);
    }

    private static String issue(Wish wish, IssueCoupon coupon) {
        book.issue(wish.issuer(), coupon);
        return coupon.code();
    }

    private static Visit at(UUID site) {
        return new Visit(site, "en", "KRW");
    }

    private static Caller guestWith(UUID site, UUID variant, int quantity) {
        Caller guest = shop.guest();
        shop.carts.add(guest, new AddToCart(site, variant, quantity, "en", "KRW"));
        return guest;
    }

    private static Offer offer(Caller who, UUID site) {
        shop.checkout.save(who, at(site), ShopFixture.details());
        return shop.checkout.price(who, at(site));
    }

    private static String refusal(Caller who, UUID site, String code) {
        try {
            shop.carts.useCoupon(who, at(site), code);
            return "";
        } catch (DomainException refused) {
            return refused.fields().get(0).code();
        }
    }

    private static long balance(LedgerPurpose purpose, UUID tenant) {
        return shop.mall
                .get(Ledger.class)
                .balance(ShopFixture.WORKER, purpose, tenant, "KRW")
                .minor();
    }

    private static int used(String code) {
        return shop.mall.value(int.class, "select used from coupon where code = ?", code);
    }

    @Test
    @Tag("A37")
    void aCouponOfOneShopIsRefusedEverywhereElseWithTheReason() {
        String shops = issue(ofSeller(), ofSeller().percent(1_000, null, null));
        Wish mall = ofMall();
        String malls = issue(mall, mall.percent(1_000, null, null));
        UUID other = shop.storefront(shop.second, 0, "second.localhost");
        UUID mine = shop.variant(10_000, 9);
        UUID others = shop.variant(shop.second, 10_000, 9);

        assertThat(refusal(guestWith(shop.site, mine, 1), shop.site, shops)).isEqualTo("coupon_of_other_site");
        assertThat(refusal(guestWith(other, others, 1), other, shops)).isEqualTo("coupon_of_other_site");
        assertThat(refusal(guestWith(front, mine, 1), front, malls)).isEqualTo("coupon_of_other_site");
        assertThat(refusal(guestWith(front, mine, 1), front, "NOBODY")).isEqualTo("coupon_unknown");
        assertThat(refusal(guestWith(front, mine, 1), front, shops)).isEmpty();
    }

    @Test
    @Tag("A37")
    void itComesAfterTheRateAndBeforeDeliveryAndTax() {
        Wish wish = ofSeller();
        String code = issue(wish, wish.won(2_000, 0));
        Caller guest = guestWith(front, shop.variant(10_000, 9), 2);
        shop.carts.useCoupon(guest, at(front), " " + code.toLowerCase(java.util.Locale.ROOT) + " ");

        CartView cart = shop.carts.view(guest, front, "en", "KRW");
        Offer offer = offer(guest, front);

        assertThat(cart.total().minor()).isEqualTo(18_000 - 2_000);
        assertThat(cart.coupon().label()).isEqualTo(code);
        assertThat(offer.goods().couponTotal().minor()).isEqualTo(2_000);
        assertThat(offer.goods().total().minor()).isEqualTo(16_000 + 3_000);
        assertThat(offer.goods().taxTotal().minor()).isEqualTo(1_455 + 273);
        assertThat(offer.goods().discountTotal().minor()).isEqualTo(4_000);
    }

    @Test
    void theSellerBearsItsOwnAndTheMallBearsItsOwn() {
        UUID variant = shop.variant(10_000, 50);
        Wish own = ofSeller();
        String sellers = issue(own, own.won(1_100, 0));
        Caller first = guestWith(front, variant, 1);
        shop.carts.useCoupon(first, at(front), sellers);
        long mallBefore = balance(LedgerPurpose.MALL, null);
        pay(first, front);
        // 9,000 less 1,100 is 7,900, of which 7,182 without tax; a tenth of it is the mall's
        assertThat(balance(LedgerPurpose.MALL, null) - mallBefore).isEqualTo(-718);

        Wish malls = ofMall();
        String code = issue(malls, malls.won(1_100, 0));
        long sellerBefore = balance(LedgerPurpose.SELLER, shop.first);
        pay(guestWith(shop.site, variant, 1), shop.site);
        long withoutCoupon = balance(LedgerPurpose.SELLER, shop.first) - sellerBefore;
        Caller second = guestWith(shop.site, variant, 1);
        shop.carts.useCoupon(second, at(shop.site), code);
        sellerBefore = balance(LedgerPurpose.SELLER, shop.first);
        mallBefore = balance(LedgerPurpose.MALL, null);
        pay(second, shop.site);
        assertThat(balance(LedgerPurpose.SELLER, shop.first) - sellerBefore).isEqualTo(withoutCoupon);
        assertThat(balance(LedgerPurpose.MALL, null) - mallBefore).isEqualTo(-864 + 1_000);
    }

    private static PlacedOrder pay(Caller who, UUID site) {
        Offer offer = offer(who, site);
        PayResult.Redirect page = (PayResult.Redirect) shop.checkout.pay(
                who, new PayCheckout(at(site), offer.fingerprint(), dev.rialto.payment.PaymentMethod.CARD, null));
        shop.gateway.approve(ShopFixture.requestOf(page.paymentId()));
        return ((Completion.Placed) shop.checkout.complete(who, page.paymentId())).order();
    }

    @Test
    void theOrderKeepsItAndTheWholeComesBack() {
        Wish wish = ofMall();
        String code = issue(wish, wish.percent(3_333, null, null));
        Caller guest = guestWith(shop.site, shop.variant(9_999, 9), 3);
        shop.put(guest, shop.variant(shop.second, 777, 9), 1);
        shop.carts.useCoupon(guest, at(shop.site), code);
        long before = balance(LedgerPurpose.MALL, null);
        PlacedOrder order = pay(guest, shop.site);

        assertThat(shop.mall.value(
                        long.class,
                        "select sum(coupon) from order_line l join sub_order s on s.id = l.sub_order_id where s.order_id = ?",
                        order.id()))
                .isEqualTo(shop.mall.value(long.class, "select coupon_total from purchase where id = ?", order.id()))
                .isPositive();
        assertThat(shop.mall.value(
                        int.class,
                        "select count(*) from sub_order where order_id = ? and coupon_code = ?",
                        order.id(),
                        code))
                .isEqualTo(2);
        assertThat(used(code)).isEqualTo(1);
        shop.mall.get(OrderDesk.class).cancelOrder(mallStaff, order.id(), "wrong size");
        assertThat(balance(LedgerPurpose.MALL, null)).isEqualTo(before);
        assertThat(used(code)).isZero();
    }

    @Test
    void theLastOneIsTakenByOneOfMany() throws Exception {
        Wish wish = ofMall();
        String code = issue(wish, wish.percent(1_000, 3, null));
        UUID variant = shop.variant(10_000, 500);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Long>> tries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Caller guest = guestWith(shop.site, variant, 1);
            shop.carts.useCoupon(guest, at(shop.site), code);
            shop.checkout.save(guest, at(shop.site), ShopFixture.details());
            tries.add(() -> shop.checkout
                    .price(guest, at(shop.site))
                    .goods()
                    .couponTotal()
                    .minor());
        }
        int got = 0;
        for (Future<Long> each : threads.invokeAll(tries)) {
            got += each.get() > 0 ? 1 : 0;
        }
        threads.shutdown();
        assertThat(got).isEqualTo(3);
        assertThat(used(code)).isEqualTo(3);
        assertThat(refusal(guestWith(shop.site, variant, 1), shop.site, code)).isEqualTo("coupon_used_up");
    }

    @Test
    void whatACheckoutHeldIsFreeWhenItsTimeIsOver() {
        Wish wish = ofMall();
        String code = issue(wish, wish.percent(1_000, 1, null));
        UUID variant = shop.variant(10_000, 50);
        Caller slow = guestWith(shop.site, variant, 1);
        shop.carts.useCoupon(slow, at(shop.site), code);
        assertThat(offer(slow, shop.site).goods().couponTotal().isZero()).isFalse();
        Caller next = guestWith(shop.site, variant, 1);
        assertThat(refusal(next, shop.site, code)).isEqualTo("coupon_used_up");

        shop.mall.get(MallClock.class).advance(Duration.ofHours(2));
        assertThat(refusal(next, shop.site, code)).isEmpty();
        assertThat(offer(next, shop.site).goods().couponTotal().isZero()).isFalse();
        assertThat(used(code)).isEqualTo(1);
        Offer again = shop.checkout.price(slow, at(shop.site));
        assertThat(again.goods().couponTotal().isZero()).isTrue();
        assertThat(again.refused().problem()).isEqualTo("coupon_used_up");
    }

    @Test
    void aMembersLimitNeedsASignInAndCountsPerMember() {
        Wish wish = ofMall();
        String code = issue(wish, wish.percent(1_000, null, 1));
        UUID variant = shop.variant(10_000, 50);
        assertThat(refusal(guestWith(shop.site, variant, 1), shop.site, code)).isEqualTo("coupon_members_only");
        Caller member = shop.member();
        shop.put(member, variant, 1);
        shop.carts.useCoupon(member, at(shop.site), code);
        pay(member, shop.site);
        shop.put(member, variant, 1);
        assertThat(refusal(member, shop.site, code)).isEqualTo("coupon_used_by_you");
    }

    @Test
    void aFloorGoodsAndAStopAreMinded() {
        Wish wish = ofMall();
        String code = issue(wish, wish.won(1_000, 20_000));
        UUID variant = shop.variant(10_000, 50);
        assertThat(refusal(guestWith(shop.site, variant, 1), shop.site, code)).isEqualTo("coupon_below_floor");
        Wish scoped = ofMall();
        String slug = shop.mall.value(
                String.class, "select slug from goods g join variant v on v.goods_id = g.id where v.id = ?", variant);
        String only =
                issue(scoped, scoped.of(CouponKind.PERCENT, 5_000, Map.of(), Map.of(), null, null, List.of(slug)));
        Caller guest = guestWith(shop.site, shop.variant(10_000, 5), 1);
        assertThat(refusal(guest, shop.site, only)).isEqualTo("coupon_no_goods");
        shop.put(guest, variant, 1);
        shop.carts.useCoupon(guest, at(shop.site), only);
        assertThat(shop.carts
                        .view(guest, shop.site, "en", "KRW")
                        .coupon()
                        .total()
                        .minor())
                .isEqualTo(4_750);
        UUID id = shop.mall.value(UUID.class, "select id from coupon where code = ?", only);
        book.stop(mallStaff, id, 1);
        assertThat(refusal(guest, shop.site, only)).isEqualTo("coupon_over");
    }

    @Test
    @Tag("A19")
    void theOtherSellerSeesAndIssuesNothing() {
        Wish wish = ofSeller();
        UUID id = book.issue(seller, wish.percent(500, null, null));
        Caller other = Caller.tenant(shop.second, null, Set.of("coupon.edit"), "test");
        assertThat(book.list(other, new CouponFilter("", "", null, 50)).items()).isEmpty();
        assertThatThrownBy(() -> book.stop(other, id, 1)).hasMessage("coupon_not_found");
        assertThatThrownBy(() -> book.issue(other, new Wish(other, front, "THEIRS").percent(500, null, null)))
                .hasMessageContaining("site");
        assertThatThrownBy(() -> book.issue(seller, new Wish(seller, shop.site, "MINE").percent(500, null, null)))
                .hasMessageContaining("site");
        assertThatThrownBy(() -> book.issue(seller, wish.percent(500, null, null)))
                .hasMessageContaining("coupon_code_taken");
        Caller clerk = Caller.tenant(shop.first, null, Set.of("order.view"), "test");
        assertThatThrownBy(() -> book.list(clerk, new CouponFilter("", "", null, 5)))
                .hasMessageContaining("not_permitted");
    }

    @Test
    void wrongFieldsAreNamed() {
        IssueCoupon wrong = new IssueCoupon(
                front,
                "a",
                "",
                CouponKind.PERCENT,
                20_000,
                Map.of(),
                Map.of("XXX", 1L),
                Map.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                null,
                List.of(),
                List.of());
        assertThatThrownBy(() -> book.issue(seller, wrong))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(
                                refused.fields().stream().map(field -> field.field()))
                        .containsExactlyInAnyOrder(
                                "name", "code", "validUntil", "totalLimit", "percent", "floors.XXX"));
    }

    @Test
    void codesCannotBeGuessedForLong() {
        Caller guest = guestWith(shop.site, shop.variant(10_000, 5), 1);
        for (int i = 0; i < 20; i++) {
            assertThat(refusal(guest, shop.site, "GUESS" + i)).isEqualTo("coupon_unknown");
        }
        assertThatThrownBy(() -> shop.carts.useCoupon(guest, at(shop.site), "GUESS"))
                .hasMessage("too_many_coupons");
    }
}
