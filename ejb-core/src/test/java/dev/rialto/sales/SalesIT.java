package dev.rialto.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Money;
import dev.rialto.order.OrderView;
import dev.rialto.order.Orders;
import dev.rialto.order.PlacedOrder;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.RefundPayment;
import dev.rialto.platform.MallClock;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SellerError;
import dev.rialto.seller.SiteDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesIT {
    private static final int MANY = 100_000;
    private static final Caller OPERATOR = Caller.operator(null, Permissions.OPERATOR, "test");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    static ShopFixture shop;
    static Sales sales;

    @BeforeAll
    static void open(@TempDir Path folder) {
        shop = ShopFixture.open(folder);
        sales = shop.mall.get(Sales.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    @Tag("D90")
    void aRefundIsDeductedOnItsOwnDay() {
        UUID variant = shop.variant(100_000, 10);
        PlacedOrder placed = shop.buy(shop.guest(), variant, 2);
        LocalDate soldOn = today();
        SalesFigures day = of(soldOn);
        assertThat(List.of(day.orders(), day.units(), day.gross(), day.discount(), day.delivery(), day.total()))
                .containsExactly(1L, 2L, 200_000L, 10_000L, 0L, 190_000L);
        assertThat(day.net()).isEqualTo(190_000 - 17_273);
        shop.mall.get(MallClock.class).advance(Duration.ofDays(2));
        refund(placed, 95_000);
        SalesFigures later = of(today());
        assertThat(of(soldOn)).isEqualTo(day);
        assertThat(List.of(later.orders(), later.units(), later.refunded(), later.total()))
                .containsExactly(0L, -1L, 95_000L, -95_000L);
        SalesReport days = sales.report(OPERATOR, query(SalesBy.DAY, soldOn, today()));
        assertThat(days.rows()).extracting(SalesRow::key).containsExactly(soldOn.toString(), today().toString());
    }

    @Test
    @Tag("D90")
    void wrongPeriodsAreRefusedByField() {
        assertThatThrownBy(() -> sales.report(OPERATOR, query(SalesBy.DAY, today(), today().minusDays(1))))
                .isInstanceOfSatisfying(DomainException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(SalesError.INVALID_PERIOD);
                    assertThat(refused.fields().get(0).field()).isEqualTo("to");
                });
    }

    @Test
    void salesAreShownToThoseWhoMaySeeThem() {
        Caller other = Caller.tenant(shop.first, null, Set.of("goods.view"), "test");
        assertThatThrownBy(() -> sales.report(other, query(SalesBy.GOODS, today(), today())))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.code())
                        .isEqualTo(SellerError.NOT_PERMITTED));
    }

    @Test
    @Tag("D91")
    @Tag("D92")
    void everyViewOfAHundredThousandOrdersIsOneStatementAndQuick(@TempDir Path folder) {
        try (ShopFixture large = ShopFixture.open(folder)) {
            SalesFixture.manyOrders(large, MANY);
            Sales report = large.mall.get(Sales.class);
            LocalDate last = LocalDate.ofInstant(large.mall.get(Clock.class).instant(), SEOUL);
            for (SalesBy by : SalesBy.values()) {
                // the mall's own data are remembered for a while only, and that is not what is counted here
                large.mall.get(SiteDirectory.class).mall(OPERATOR);
                SalesQuery query = query(by, last.minusDays(399), last);
                Instant begun = large.mall.get(Clock.class).instant();
                assertThat(large.mall.statementsOf(() -> assertThat(report.report(OPERATOR, query)
                                        .total("KRW")
                                        .total())
                                .isEqualTo(MANY * 8_700L)))
                        .hasSize(1);
                Duration took =
                        Duration.between(begun, large.mall.get(Clock.class).instant());
                assertThat(took).as("by %s", by).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    private static SalesFigures of(LocalDate day) {
        return sales.report(OPERATOR, query(SalesBy.GOODS, day, day)).total("KRW");
    }

    private static void refund(PlacedOrder placed, long won) {
        OrderView order = shop.mall.get(Orders.class).view(OPERATOR, placed.id());
        shop.mall
                .get(PaymentDesk.class)
                .refund(
                        ShopFixture.WORKER,
                        new RefundPayment(
                                order.payment().id(),
                                order.parts().get(0).id(),
                                shop.first,
                                new Money(won, "KRW"),
                                "returned",
                                "return-1"));
    }

    private static SalesQuery query(SalesBy by, LocalDate from, LocalDate to) {
        return new SalesQuery(by, from, to, "KRW", SalesQuery.Narrowing.NONE, "en", new SalesQuery.Rows(0, 500));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(shop.mall.get(Clock.class).instant(), SEOUL);
    }
}
