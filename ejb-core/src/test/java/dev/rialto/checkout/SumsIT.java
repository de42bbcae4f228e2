package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.order.OrderDesk;
import dev.rialto.order.Orders;
import dev.rialto.order.PlacedOrder;
import dev.rialto.payment.ConfirmDeposit;
import dev.rialto.payment.PaymentView;
import dev.rialto.platform.MallClock;
import dev.rialto.seller.Permissions;
import dev.rialto.stock.Stock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever buyers and the mall do in whatever order: the books balance and no piece of stock appears or is lost. */
class SumsIT {
    private static final int PIECES = 6;

    static ShopFixture shop;
    static Orders orders;
    static OrderDesk desk;
    static Caller operator;

    enum Deed {
        BUY,
        BUY_BY_DEPOSIT,
        CONFIRM,
        CANCEL,
        WALK_AWAY,
        LET_LAPSE
    }

    private record Bought(Caller who, PlacedOrder order) {}

    @BeforeContainer
    static void open() throws Exception {
        Path folder = Files.createTempDirectory("sums");
        shop = ShopFixture.open(folder);
        orders = shop.mall.get(Orders.class);
        desk = shop.mall.get(OrderDesk.class);
        operator = Caller.operator(shop.member().account(), Permissions.OPERATOR, "test");
    }

    @AfterContainer
    static void close() {
        shop.close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void booksAndStockAddUp(
            @ForAll @Size(min = 4, max = 10) List<Deed> deeds, @ForAll @IntRange(min = 1, max = 3) int quantity) {
        UUID variant = shop.variant(10_000, PIECES);
        List<Bought> bought = new ArrayList<>();
        for (Deed deed : deeds) {
            try {
                act(deed, variant, quantity, bought);
            } catch (DomainException refused) {
                // sold out, too late: a refusal changes nothing
                assertThat(refused.code()).isNotNull();
            }
        }
        checkStock(variant);
        checkBooks();
    }

    private static void act(Deed deed, UUID variant, int quantity, List<Bought> bought) {
        Caller who = shop.guest();
        switch (deed) {
            case BUY -> bought.add(new Bought(who, shop.buy(who, variant, quantity)));
            case BUY_BY_DEPOSIT -> {
                PayResult result = shop.deposit(who, shop.offer(who, variant, quantity));
                bought.add(new Bought(who, ((PayResult.Placed) result).order()));
            }
            case CONFIRM -> bought.forEach(each -> confirm(each.order()));
            case CANCEL -> {
                if (!bought.isEmpty()) {
                    Bought last = bought.remove(bought.size() - 1);
                    desk.cancel(last.who(), last.order().number());
                }
            }
            case WALK_AWAY -> shop.offer(who, variant, 1);
            case LET_LAPSE -> {
                shop.mall.get(MallClock.class).advance(Duration.ofDays(9));
                desk.lapseUnpaid(ShopFixture.WORKER, 1_000);
                shop.mall.get(Stock.class).releaseLapsed(ShopFixture.WORKER, 1_000);
            }
        }
    }

    private static void confirm(PlacedOrder order) {
        PaymentView payment = orders.view(operator, order.id()).payment();
        if (payment.state() == dev.rialto.payment.PaymentState.AWAITING_DEPOSIT) {
            desk.confirmDeposit(operator, new ConfirmDeposit(payment.id(), payment.amount(), "seen"));
        }
    }

    private static void checkStock(UUID variant) {
        long moved = shop.mall.value(
                Long.class,
                "select coalesce(sum(quantity), 0)::bigint from stock_movement where variant_id = ?",
                variant);
        long held = shop.mall.value(
                Long.class,
                "select coalesce(sum(quantity), 0)::bigint from stock_hold where variant_id = ? and state = 'held'",
                variant);
        assertThat(shop.stock("on_hand", variant)).isEqualTo(PIECES + moved);
        assertThat(shop.stock("held", variant)).isEqualTo(held);
        assertThat(shop.stock("available", variant)).isNotNegative();
        long sold = shop.mall.value(
                Long.class,
                "select coalesce(sum(l.quantity), 0)::bigint from order_line l join sub_order s on s.id = l.sub_order_id"
                        + " where l.variant_id = ? and s.state in ('to_ship', 'shipped')",
                variant);
        assertThat(moved).isEqualTo(-sold);
    }

    private static void checkBooks() {
        assertThat(shop.mall.value(Long.class, "select coalesce(sum(amount), 0)::bigint from ledger_entry"))
                .isZero();
        assertThat(
                        shop.mall.value(
                                Long.class,
                                "select coalesce(sum(e.amount), 0)::bigint from ledger_entry e"
                                        + " join ledger_account a on a.id = e.account_id where a.purpose in ('gateway', 'bank')"))
                .isEqualTo(shop.mall.value(
                        Long.class,
                        "select coalesce(sum(total), 0)::bigint + (select coalesce(sum(amount), 0)::bigint"
                                + " from refund_owed where state <> 'paid') from purchase where state = 'paid'"));
    }
}
