package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.Caller;
import dev.rialto.payment.CallBack;
import dev.rialto.payment.PaymentDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements are round trips; their number does not grow with the lines. */
class CheckoutStatementsIT {
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
    void theCartViewTakesThreeAtMost() {
        Caller guest = cartWith(10);
        List<String> statements = shop.mall.statementsOf(() -> shop.carts.view(guest, shop.site, "en", "KRW"));
        assertThat(statements).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void theWholeCheckoutTakesEighteenAtMostForOneLineAndForTen() {
        // the ledger's accounts of the sellers are opened by the first sale
        checkout(cartWith(2));
        checkout(cartWith(2));
        List<String> one = checkout(cartWith(1));
        List<String> ten = checkout(cartWith(10));
        assertThat(ten).as("%s", String.join("\n---\n", ten)).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(18);
    }

    @Test
    void aCouponCostsNoStatement() {
        // the ledger's accounts of the sellers are opened by the first sale
        checkout(cartWith(2));
        checkout(cartWith(2));
        List<String> without = checkout(cartWith(2));
        shop.mall.execute("""
                insert into coupon (id, site_id, name, kind, percent_bp, valid_from, created_at)
                values (?, ?, 'For all', 'percent', 1000, '2020-01-01', '2020-01-01')
                """, dev.rialto.kernel.Ids.next(), shop.site);
        checkout(cartWith(2));
        List<String> with = checkout(cartWith(10));
        shop.mall.execute("update coupon set state = 'stopped'");
        assertThat(shop.mall.value(int.class, "select used from coupon")).isEqualTo(2);
        assertThat(with).hasSameSizeAs(without).hasSizeLessThanOrEqualTo(18);
    }

    private static List<String> checkout(Caller guest) {
        List<String> all = new ArrayList<>();
        all.addAll(shop.mall.statementsOf(() -> shop.checkout.open(guest, shop.visit())));
        all.addAll(shop.mall.statementsOf(() -> shop.checkout.save(guest, shop.visit(), ShopFixture.details())));
        Offer[] offer = new Offer[1];
        all.addAll(shop.mall.statementsOf(() -> offer[0] = shop.checkout.price(guest, shop.visit())));
        UUID[] payment = new UUID[1];
        all.addAll(shop.mall.statementsOf(
                () -> payment[0] = ((PayResult.Redirect) shop.pay(guest, offer[0])).paymentId()));
        shop.gateway.approve(ShopFixture.requestOf(payment[0]));
        all.addAll(shop.mall.statementsOf(() -> {
            shop.mall
                    .get(PaymentDesk.class)
                    .receiveCallBack(
                            ShopFixture.WORKER,
                            "fake",
                            new CallBack(Map.of("signature", "good"), ShopFixture.requestOf(payment[0])));
            assertThat(shop.checkout.complete(ShopFixture.WORKER, payment[0])).isInstanceOf(Completion.Placed.class);
        }));
        // a site is remembered; how long, depends on news that no test listens to
        all.removeIf(statement -> statement.contains("s.kind, s.tenant_id"));
        return all;
    }

    private static Caller cartWith(int lines) {
        Caller guest = shop.guest();
        for (int i = 0; i < lines; i++) {
            shop.put(guest, shop.variant(i % 2 == 0 ? shop.first : shop.second, 10_000, 9), 1);
        }
        return guest;
    }
}
