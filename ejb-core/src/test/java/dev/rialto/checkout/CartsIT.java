package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CartsIT {
    @TempDir
    static Path folder;

    static ShopFixture shop;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    @Tag("D40")
    @Tag("D41")
    void goodsArePutInAndGroupedBySeller() {
        Caller guest = shop.guest();
        shop.put(guest, shop.variant(shop.first, 10_000, 5), 2);
        shop.put(guest, shop.variant(shop.second, 4_000, 5), 1);

        CartView cart = view(guest);

        assertThat(cart.groups()).extracting(CartGroup::sellerName).containsExactly("First", "Second");
        assertThat(cart.count()).isEqualTo(3).isEqualTo(shop.carts.count(guest, shop.site));
        assertThat(cart.goodsTotal()).isEqualTo(won(24_000));
        assertThat(cart.discountTotal()).isEqualTo(won(1_200));
        assertThat(cart.total()).isEqualTo(won(22_800));
        assertThat(cart.groups().get(0).untilFree()).isEqualTo(won(31_000));
        assertThat(cart.ready()).isTrue();
    }

    @Test
    @Tag("D43")
    void quantityOneBecomesThree() {
        Caller guest = shop.guest();
        shop.put(guest, shop.variant(10_000, 5), 1);
        shop.carts.change(guest, line(guest), 3);
        assertThat(view(guest).groups().get(0).lines().get(0).quantity()).isEqualTo(3);
        assertThat(view(guest).total()).isEqualTo(won(28_500));
    }

    @Test
    @Tag("D43")
    void nonsenseQuantitiesAreRefusedByName() {
        Caller guest = shop.guest();
        UUID variant = shop.variant(10_000, 5);
        shop.put(guest, variant, 1);
        UUID line = line(guest);
        refused(() -> shop.carts.change(guest, line, 0), CheckoutError.QUANTITY_INVALID, "quantity", "too_small");
        refused(() -> shop.carts.change(guest, line, -3), CheckoutError.QUANTITY_INVALID, "quantity", "too_small");
        refused(() -> shop.carts.change(guest, line, 6), CheckoutError.QUANTITY_INVALID, "quantity", "over_stock");
        refused(() -> shop.carts.change(guest, line, 1_000), CheckoutError.QUANTITY_INVALID, "quantity", "too_large");
        refused(() -> shop.put(guest, variant, 0), CheckoutError.QUANTITY_INVALID, "quantity", "too_small");
        refused(() -> shop.put(guest, variant, 5), CheckoutError.QUANTITY_INVALID, "quantity", "over_stock");
        assertThat(view(guest).count()).isEqualTo(1);
    }

    @Test
    @Tag("D44")
    void oneItemLeavesAndTheOthersStay() {
        Caller guest = shop.guest();
        shop.put(guest, shop.variant(10_000, 5), 1);
        shop.put(guest, shop.variant(20_000, 5), 1);
        shop.carts.remove(guest, line(guest));
        assertThat(view(guest).goodsTotal()).isEqualTo(won(20_000));
    }

    @Test
    void somebodyElsesLineIsLikeNone() {
        Caller owner = shop.guest();
        shop.put(owner, shop.variant(10_000, 5), 1);
        UUID line = line(owner);
        for (Caller other : new Caller[] {shop.guest(), shop.member()}) {
            refused(() -> shop.carts.change(other, line, 2), CheckoutError.CART_LINE_NOT_FOUND, "line", "unknown");
            refused(() -> shop.carts.remove(other, line), CheckoutError.CART_LINE_NOT_FOUND, "line", "unknown");
            assertThat(view(other).isEmpty()).isTrue();
        }
        assertThat(view(owner).count()).isEqualTo(1);
    }

    @Test
    void unknownGoodsAreRefused() {
        refused(() -> shop.put(shop.guest(), Ids.next(), 1), CheckoutError.GOODS_NOT_FOUND, "variant", "unknown");
    }

    @Test
    void withoutTokenAndAccountThereIsNoCart() {
        Caller nobody = Caller.anonymous("test");
        assertThat(view(nobody).isEmpty()).isTrue();
        UUID variant = shop.variant(10_000, 5);
        refused(() -> shop.put(nobody, variant, 1), CheckoutError.CART_OWNER_MISSING, null, null);
    }

    @Test
    @Tag("A25")
    void aStorefrontSellsOnlyItsSellersGoodsAtItsOwnRate() {
        UUID storefront = shop.storefront(shop.first, 1_000, "first.localhost");
        Caller guest = shop.guest();
        UUID own = shop.variant(shop.first, 10_000, 5);
        UUID foreign = shop.variant(shop.second, 10_000, 5);
        shop.carts.add(guest, new AddToCart(storefront, own, 1, "en", "KRW"));
        refused(
                () -> shop.carts.add(guest, new AddToCart(storefront, foreign, 1, "en", "KRW")),
                CheckoutError.GOODS_NOT_FOUND,
                "variant",
                "unknown");
        assertThat(shop.carts.view(guest, storefront, "en", "KRW").total()).isEqualTo(won(9_000));
        assertThat(view(guest).isEmpty()).isTrue();
    }

    @Test
    void whatHappenedMeanwhileIsSaid() {
        Caller guest = shop.guest();
        UUID dearer = shop.variant(10_000, 5);
        UUID fewer = shop.variant(10_000, 5);
        UUID gone = shop.variant(10_000, 5);
        UUID withdrawn = shop.variant(10_000, 5);
        for (UUID variant : new UUID[] {dearer, fewer, gone, withdrawn}) {
            shop.put(guest, variant, 2);
        }
        shop.mall.execute("update price set amount = 11000 where variant_id = ?", dearer);
        shop.mall.execute("update stock set on_hand = 1 where variant_id = ?", fewer);
        shop.mall.execute("update stock set on_hand = 0 where variant_id = ?", gone);
        shop.mall.execute(
                "update goods set state = 'withdrawn' where id = (select goods_id from variant where id = ?)",
                withdrawn);

        CartView cart = view(guest);

        assertThat(cart.ready()).isFalse();
        assertThat(cart.groups().get(0).lines())
                .extracting(line -> line.problems().toString())
                .containsExactly("[PRICE_CHANGED]", "[FEWER_LEFT]", "[SOLD_OUT]", "[WITHDRAWN]");
    }

    @Test
    @Tag("D41")
    void theCartComesAlongAtSignIn() {
        Caller guest = shop.guest();
        UUID both = shop.variant(10_000, 9);
        shop.put(guest, both, 2);
        shop.put(guest, shop.variant(5_000, 9), 1);
        shop.checkout.save(guest, shop.visit(), ShopFixture.details());
        Caller member = shop.member();
        shop.put(member, both, 1);

        signIn(guest, member);

        assertThat(view(member).count()).isEqualTo(3);
        assertThat(view(member).groups().get(0).lines()).hasSize(2);
        assertThat(view(guest).isEmpty()).isTrue();
        assertThat(shop.checkout.open(member, shop.visit()).details()).isEqualTo(ShopFixture.details());
    }

    @Test
    @Tag("D41")
    void aSignInNeverAddsTheSameGoodsUp() {
        Caller member = shop.member();
        UUID twice = shop.variant(10_000, 9);
        UUID scarce = shop.variant(10_000, 9);
        shop.put(member, twice, 3);
        shop.put(member, scarce, 5);
        Caller guest = shop.guest();
        shop.put(guest, twice, 2);
        shop.put(guest, scarce, 8);
        shop.mall.execute("update stock set on_hand = 6 where variant_id = ?", scarce);

        signIn(guest, member);

        assertThat(view(member).groups().get(0).lines())
                .extracting(CartLine::variantId, CartLine::quantity)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(twice, 3), org.assertj.core.groups.Tuple.tuple(scarce, 6));
    }

    @Test
    @Tag("D41")
    void whatTheOwnCheckoutHoldsCanStillBeHadAfterSignIn() {
        Caller guest = shop.guest();
        UUID last = shop.variant(10_000, 4);
        shop.offer(guest, last, 4);
        Caller member = shop.member();
        shop.mall.execute("update stock set on_hand = 5 where variant_id = ?", last);
        shop.put(member, last, 1);

        signIn(guest, member);

        assertThat(view(member).groups().get(0).lines().get(0).quantity()).isEqualTo(4);
        assertThat(view(member).ready()).isTrue();
    }

    private static void signIn(Caller guest, Caller member) {
        shop.mall.inTransaction(() -> {
            shop.mall.get(SignIns.class).signIn(ShopFixture.WORKER, guest, member, shop.site);
            return null;
        });
    }

    private static CartView view(Caller who) {
        return shop.carts.view(who, shop.site, "en", "KRW");
    }

    private static UUID line(Caller who) {
        return view(who).groups().get(0).lines().get(0).id();
    }

    private static Money won(long amount) {
        return new Money(amount, "KRW");
    }

    private static void refused(ThrowingCallable call, ErrorCode code, String field, String why) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            if (field != null) {
                assertThat(refusal.fields().get(0).field()).isEqualTo(field);
                assertThat(refusal.fields().get(0).code()).isEqualTo(why);
            }
        });
    }
}
