package dev.rialto.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.seller.Permissions;
import java.nio.file.Path;
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
            assertThat(overview.waiting(mall)).isEqualTo(new Waiting(1, 0, 1, 1, 0, 0, 0, 0, 0));
            assertThat(overview.waiting(seller)).isEqualTo(new Waiting(1, 0, 1, 0, 0, 0, 0, 0, 0));
            assertThat(overview.waiting(other)).isEqualTo(new Waiting(0, 0, 0, 0, 0, 0, 0, 0, 0));
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
}
