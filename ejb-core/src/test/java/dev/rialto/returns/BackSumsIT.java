package dev.rialto.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Money;
import dev.rialto.order.ChangePart;
import dev.rialto.order.PlacedOrder;
import dev.rialto.order.SubOrderView;
import dev.rialto.payment.PaymentState;
import dev.rialto.platform.MallClock;
import dev.rialto.refund.OwedState;
import dev.rialto.refund.PayByHand;
import dev.rialto.refund.RefundFilter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is bought, called off, given back, returned, exchanged or let lapse, in whatever order: the books balance in
 * each currency, nothing more goes back than was captured, and stock is what was received less what buyers keep.
 */
@Tag("D81")
@Tag("D82")
class BackSumsIT {
    private static final int PIECES = 8;

    static ReturnFixture mall;

    enum Deed {
        BUY,
        BUY_BY_DEPOSIT,
        CONFIRM,
        SHIP,
        CANCEL,
        CANCEL_PART,
        GOODWILL,
        RETURN,
        EXCHANGE,
        LAPSE
    }

    record Step(Deed deed, int quantity) {}

    private record Bought(Caller buyer, PlacedOrder order) {}

    /** What one try works with. */
    private record World(UUID variant, UUID other, List<Bought> bought) {
        Bought last() {
            if (bought.isEmpty()) {
                throw new DomainException(ReturnError.RETURN_NOT_FOUND);
            }
            return bought.get(bought.size() - 1);
        }
    }

    @BeforeContainer
    static void open() throws Exception {
        mall = new ReturnFixture(Files.createTempDirectory("back-sums"));
    }

    @AfterContainer
    static void close() {
        mall.close();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Deed> deeds = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.of(Deed.BUY, Deed.SHIP)),
                net.jqwik.api.Tuple.of(3, Arbitraries.of(Deed.RETURN, Deed.EXCHANGE, Deed.GOODWILL)),
                net.jqwik.api.Tuple.of(2, Arbitraries.of(Deed.class)));
        return Combinators.combine(deeds, Arbitraries.integers().between(1, 3))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(14);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void booksRefundsAndStockAddUp(@ForAll("steps") List<Step> steps) {
        UUID variant = mall.shop.variant(9_990, PIECES);
        World world = new World(variant, mall.sibling(variant, 8_770, PIECES), new ArrayList<>());
        for (Step step : steps) {
            try {
                act(step, world);
            } catch (DomainException refused) {
                // too late, sold out, more than was bought: a refusal changes nothing
                assertThat(refused.code()).isNotNull();
            }
        }
        payByHand();
        checkBooks();
        checkRefunds();
        checkStock(world.variant());
        checkStock(world.other());
    }

    private static void act(Step step, World world) {
        switch (step.deed()) {
            case BUY -> {
                Caller buyer = mall.shop.guest();
                world.bought().add(new Bought(buyer, mall.shop.buy(buyer, world.variant(), step.quantity())));
            }
            case BUY_BY_DEPOSIT -> {
                Caller buyer = mall.shop.guest();
                world.bought().add(new Bought(buyer, mall.deposit(buyer, world.variant(), step.quantity())));
            }
            case CONFIRM -> confirm(world.last().order());
            case SHIP -> mall.ship(world.last().order());
            case CANCEL ->
                mall.orderDesk.cancel(world.last().buyer(), world.last().order().number());
            case CANCEL_PART -> mall.orderDesk.cancelPart(mall.operator, change(world.last()));
            case GOODWILL ->
                mall.orderDesk.goodwill(
                        mall.operator, change(world.last()), new Money(1_237L * step.quantity(), "KRW"));
            case RETURN -> back(world.last(), step.quantity(), ReturnWish.REFUND, null);
            case EXCHANGE -> back(world.last(), step.quantity(), ReturnWish.EXCHANGE, world.other());
            case LAPSE -> {
                mall.shop.mall.get(MallClock.class).advance(Duration.ofDays(9));
                mall.orderDesk.lapseUnpaid(ShopFixture.WORKER, 1_000);
            }
        }
    }

    private static void confirm(PlacedOrder order) {
        if (mall.view(order).payment().state() == PaymentState.AWAITING_DEPOSIT) {
            mall.confirm(order);
        }
    }

    private static ChangePart change(Bought bought) {
        SubOrderView part = mall.part(bought.order());
        return new ChangePart(part.id(), "because", part.version());
    }

    /** All but one piece is taken back, and of these one is written off, where there are so many. */
    private static void back(Bought bought, int quantity, ReturnWish wish, UUID replacement) {
        ReturnView made =
                mall.returns.request(bought.buyer(), mall.request(bought.order(), quantity, wish, replacement));
        int accepted = Math.max(1, quantity - 1);
        mall.inspect(mall.arrived(made), accepted, accepted > 1 ? 1 : 0);
        if (mall.now(made).isToReplace()) {
            mall.desk.replace(mall.operator, new ShipReplacement(made.id(), "Post", null, mall.version(made)));
        }
    }

    private static void payByHand() {
        mall.refunds
                .list(mall.operator, new RefundFilter(OwedState.BY_HAND, null, null, null, 200))
                .items()
                .forEach(each ->
                        mall.refunds.payByHand(mall.operator, new PayByHand(each.id(), "sent", each.version())));
    }

    private static long sum(String sql, Object... arguments) {
        return mall.shop.mall.value(Long.class, sql, arguments);
    }

    private static void checkBooks() {
        assertThat(
                        sum(
                                "select count(*) from (select currency from ledger_entry group by currency having sum(amount) <> 0) x"))
                .isZero();
        assertThat(sum("select coalesce(sum(e.amount), 0)::bigint from ledger_entry e"
                        + " join ledger_account a on a.id = e.account_id where a.purpose in ('gateway', 'bank')"))
                .isEqualTo(sum("select coalesce(sum(p.amount - p.refunded), 0)::bigint from payment p"
                        + " where p.order_id is not null and p.state in ('approved', 'captured')"));
    }

    private static void checkRefunds() {
        assertThat(sum("select count(*) from payment where refunded > captured"))
                .isZero();
        assertThat(sum("select count(*) from payment p where p.refunded <>"
                        + " (select coalesce(sum(amount), 0) from refund_owed r where r.payment_id = p.id)"))
                .isZero();
        assertThat(sum("select count(*) from sub_order s where s.total <"
                        + " (select coalesce(sum(amount), 0) from refund_owed r where r.sub_order_id = s.id)"))
                .isZero();
    }

    /** On hand is the pieces received, less those sold and kept, less those written off. */
    private static void checkStock(UUID variant) {
        long moved = sum("select coalesce(sum(quantity), 0)::bigint from stock_movement where variant_id = ?", variant);
        long started = sum(
                "select case when exists (select from stock_movement where variant_id = ? and kind = 'receipt') then 0 else ? end::bigint",
                variant,
                (long) PIECES);
        long onHand = mall.shop.stock("on_hand", variant);
        assertThat(onHand).isEqualTo(started + moved);
        assertThat(mall.shop.stock("available", variant)).isNotNegative();
        long kept = sum(
                "select coalesce(sum(l.quantity), 0)::bigint from order_line l join sub_order s on s.id = l.sub_order_id"
                        + " where l.variant_id = ? and s.state in ('to_ship', 'partly_shipped', 'shipped', 'delivered')",
                variant);
        long cameBack = sum(
                "select coalesce(sum(r.accepted), 0)::bigint from return_line r join order_line l on l.id = r.order_line_id"
                        + " where l.variant_id = ?",
                variant);
        long writtenOff = sum(
                "select coalesce(sum(r.written_off), 0)::bigint from return_line r"
                        + " join order_line l on l.id = r.order_line_id where l.variant_id = ?",
                variant);
        long replaced = sum(
                "select coalesce(sum(r.accepted), 0)::bigint from return_line r join return_case c on c.id = r.return_id"
                        + " where r.replacement_variant_id = ? and c.state = 'exchanged'",
                variant);
        assertThat(onHand).isEqualTo(PIECES - kept + cameBack - writtenOff - replaced);
    }
}
