package dev.rialto.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.seller.Permissions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewIT {

    @Test
    void everybodyIsToldWhatWaitsForThemInOneStatement(@TempDir Path folder) {
        try (ShopFixture shop = ShopFixture.open(folder)) {
            Overview overview = shop.mall.get(Overview.class);
            Caller mall = Caller.operator(null, Permissions.OPERATOR, "test");
            Caller seller = Caller.tenant(shop.first, null, Permissions.SELLER_OWNER, "test");
            Caller other = Caller.tenant(shop.second, null, Permissions.SELLER_OWNER, "test");
            Caller guest = shop.guest();
            shop.buy(guest, shop.variant(10_000, 4), 1);
            shop.deposit(guest, shop.offer(guest, shop.variant(9_000, 50), 1));
            assertThat(some(overview.waiting(mall))).isEqualTo(Map.of("ship", 1L, "low", 1L, "deposits", 1L));
            assertThat(some(overview.waiting(seller))).isEqualTo(Map.of("ship", 1L, "low", 1L));
            assertThat(some(overview.waiting(other))).isEmpty();
            assertThat(shop.mall.statementsOf(() -> overview.waiting(mall))).hasSize(1);
            SellerSteps steps = overview.steps(seller);
            assertThat(steps.accepted() && steps.delivers() && steps.lists() && steps.stocks() && steps.sold())
                    .isTrue();
            assertThat(steps.described()
                            || steps.hasShop()
                            || overview.steps(other).sold())
                    .isFalse();
        }
    }

    @Test
    void whatOnePersonBeganWaitsForTheOthersOnly(@TempDir Path folder) {
        try (ShopFixture shop = ShopFixture.open(folder)) {
            Overview overview = shop.mall.get(Overview.class);
            UUID first = Ids.next();
            shop.mall.execute("""
                    insert into verification (tenant_id, state, sealed, first_by, submitted_at) values (?, 'in_review', '', ?, now())
                    """, shop.first, first);
            assertThat(some(overview.waiting(Caller.operator(first, Permissions.OPERATOR, "test"))))
                    .isEmpty();
            assertThat(some(overview.waiting(Caller.operator(Ids.next(), Permissions.OPERATOR, "test"))))
                    .isEqualTo(Map.of("papers", 1L));
        }
    }

    private static Map<String, Long> some(Map<String, Long> waiting) {
        Map<String, Long> some = new HashMap<>(waiting);
        some.values().removeIf(count -> count == 0);
        return some;
    }
}
