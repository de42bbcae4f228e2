package dev.rialto.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.checkout.Completion;
import dev.rialto.checkout.PayResult;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.order.OrderDesk;
import dev.rialto.order.OrderView;
import dev.rialto.order.Orders;
import dev.rialto.order.PlacedOrder;
import dev.rialto.order.SubOrderView;
import dev.rialto.payment.ConfirmDeposit;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentState;
import dev.rialto.payment.RefundPayment;
import dev.rialto.platform.MallClock;
import dev.rialto.seller.Permissions;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is bought, called off and given back, on whatever days: every view comes to what the ledger has. */
@Tag("D93")
class SalesSumsIT {
    static ShopFixture shop;
    static Orders orders;
    static OrderDesk desk;
    static Sales sales;
    static Caller operator;
    static LocalDate first;

    enum Deed {
        BUY,
        BUY_OF_TWO,
        BUY_BY_DEPOSIT,
        CONFIRM,
        CANCEL,
        REFUND_PART,
        REFUND_REST,
        LAPSE,
        NEXT_DAY
    }

    private record Bought(Caller who, PlacedOrder order) {}

    @BeforeContainer
    static void open() throws Exception {
        shop = ShopFixture.open(Files.createTempDirectory("sales-sums"));
        orders = shop.mall.get(Orders.class);
        desk = shop.mall.get(OrderDesk.class);
        sales = shop.mall.get(Sales.class);
        operator = Caller.operator(shop.member().account(), Permissions.OPERATOR, "test");
        first = today();
    }

    @AfterContainer
    static void close() {
        shop.close();
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void everyViewComesToTheLedgersFigure(
            @ForAll @Size(min = 4, max = 12) List<Deed> deeds, @ForAll @IntRange(min = 1, max = 3) int quantity) {
        List<UUID> goods = List.of(shop.variant(9_990, 40), shop.variant(shop.second, 12_345, 40));
        List<Bought> bought = new ArrayList<>();
        for (Deed deed : deeds) {
            try {
                act(deed, goods, quantity, bought);
            } catch (DomainException refused) {
                // too late, too much: a refusal changes nothing
                assertThat(refused.code()).isNotNull();
            }
        }
        checkTotals();
    }

    private static void act(Deed deed, List<UUID> goods, int quantity, List<Bought> bought) {
        Caller who = shop.guest();
        switch (deed) {
            case BUY -> bought.add(new Bought(who, shop.buy(who, goods.get(0), quantity)));
            case BUY_OF_TWO -> {
                shop.put(who, goods.get(1), 4 - quantity);
                UUID payment = shop.approved(who, shop.offer(who, goods.get(0), quantity));
                bought.add(new Bought(who, ((Completion.Placed) shop.checkout.complete(who, payment)).order()));
            }
            case BUY_BY_DEPOSIT ->
                bought.add(new Bought(
                        who, ((PayResult.Placed) shop.deposit(who, shop.offer(who, goods.get(1), quantity))).order()));
            case CONFIRM ->
                bought.forEach(
                        each -> confirm(orders.view(operator, each.order().id())));
            case CANCEL -> {
                if (!bought.isEmpty()) {
                    desk.cancel(bought.get(0).who(), bought.get(0).order().number());
                }
            }
            case REFUND_PART -> bought.forEach(each -> refund(each.order(), 3));
            case REFUND_REST -> bought.forEach(each -> refund(each.order(), 1));
            case LAPSE -> {
                shop.mall.get(MallClock.class).advance(Duration.ofDays(9));
                desk.lapseUnpaid(ShopFixture.WORKER, 1_000);
            }
            case NEXT_DAY -> shop.mall.get(MallClock.class).advance(Duration.ofHours(30));
        }
    }

    private static void confirm(OrderView order) {
        if (order.payment().state() == PaymentState.AWAITING_DEPOSIT) {
            desk.confirmDeposit(
                    operator,
                    new ConfirmDeposit(order.payment().id(), order.payment().amount(), "seen"));
        }
    }

    /** Gives back one of so many shares of what is left of the order's first part. */
    private static void refund(PlacedOrder placed, int shares) {
        OrderView order = orders.view(operator, placed.id());
        SubOrderView part = order.parts().get(0);
        long left = part.total()
                - shop.mall.value(
                        Long.class,
                        "select coalesce(sum(amount), 0)::bigint from refund where state = 'done' and sub_order_id = ?",
                        part.id());
        if (left > shares) {
            shop.mall
                    .get(PaymentDesk.class)
                    .refund(
                            ShopFixture.WORKER,
                            new RefundPayment(
                                    order.payment().id(),
                                    part.id(),
                                    part.tenantId(),
                                    new Money(left / shares, "KRW"),
                                    "returned",
                                    Ids.next().toString()));
        }
    }

    private static void checkTotals() {
        long ledger = number("""
                select coalesce(sum(e.amount), 0)::bigint from ledger_entry e
                join ledger_account a on a.id = e.account_id where a.purpose in ('gateway', 'bank')
                """);
        long ordersLessRefunds = number("select coalesce(sum(total), 0)::bigint from purchase where id in"
                        + " (select order_id from ledger_transfer where kind = 'sale')")
                - number("select coalesce(sum(amount), 0)::bigint from refund where state = 'done'");
        assertThat(ordersLessRefunds).isEqualTo(ledger);
        long tax = -number("select coalesce(sum(e.amount), 0)::bigint from ledger_entry e"
                + " join ledger_account a on a.id = e.account_id where a.purpose = 'tax'");
        for (SalesBy by : SalesBy.values()) {
            SalesReport report = sales.report(operator, query(by, null));
            assertThat(report.total("KRW").total()).as("grand total by %s", by).isEqualTo(ledger);
            assertThat(report.total("KRW").tax()).as("tax by %s", by).isEqualTo(tax);
            assertThat(sumOf(report)).as("sum of the rows by %s", by).isEqualTo(ledger);
        }
        assertThat(own(shop.first) + own(shop.second)).isEqualTo(ledger);
        checkUnits();
    }

    private static long own(UUID tenant) {
        Caller seller = Caller.tenant(tenant, null, Permissions.SELLER_OWNER, "test");
        SalesReport report = sales.report(seller, query(SalesBy.COMPANY, null));
        assertThat(report.rows()).allSatisfy(row -> assertThat(row.key()).isEqualTo(tenant.toString()));
        return report.total("KRW").total();
    }

    /** A line of which everything went back has no unit left, and no line has fewer than none. */
    private static void checkUnits() {
        assertThat(number("""
                select count(*) from (
                    select sum(quantity) as units, sum(total) as total, sum(tax) as tax from sale_entry
                    where number > 0 group by sale_id, number) line
                where units < 0 or total < 0 or (total = 0 and (units <> 0 or tax <> 0))
                """)).isZero();
    }

    private static long sumOf(SalesReport report) {
        return report.rows().stream().mapToLong(row -> row.figures().total()).sum();
    }

    private static long number(String sql) {
        return shop.mall.value(Long.class, sql);
    }

    static SalesQuery query(SalesBy by, UUID tenant) {
        return new SalesQuery(
                by,
                first.minusDays(1),
                today().plusDays(1),
                "KRW",
                new SalesQuery.Narrowing(tenant, null, null),
                "en",
                new SalesQuery.Rows(0, 100_000));
    }

    private static LocalDate today() {
        return shop.mall
                .get(Clock.class)
                .instant()
                .atZone(ZoneId.of("Asia/Seoul"))
                .toLocalDate();
    }
}
