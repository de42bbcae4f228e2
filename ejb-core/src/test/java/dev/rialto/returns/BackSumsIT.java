package dev.rialto.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.checkout.ShopFixture;
import dev.rialto.fulfilment.SubOrderState;
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
import dev.rialto.stock.Stock;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is bought, called off, given back, returned, exchanged for cheaper or dearer goods or let lapse, in whatever
 * order: after every step the books balance in each currency, gateway and bank have what was paid less what went back,
 * nothing more goes back than was captured, and stock is what was received less what buyers hold and keep.
 */
@Tag("D81")
@Tag("D82")
@Tag("D88")
class BackSumsIT {
    private static final int PIECES = 8;

    static ReturnFixture mall;

    enum Deed {
        BUY,
        BUY_BY_DEPOSIT,
        WALK_AWAY,
        CONFIRM,
        SHIP,
        CANCEL,
        CANCEL_PART,
        GOODWILL,
        RETURN,
        EXCHANGE_FOR_CHEAPER,
        EXCHANGE_FOR_DEARER,
        PAY_DIFFERENCE,
        SEND_REPLACEMENT,
        MONEY_INSTEAD,
        ASK_AND_CALL_OFF,
        PAY_BY_HAND,
        LAPSE
    }

    record Step(Deed deed, int quantity) {}

    private record Bought(Caller buyer, PlacedOrder order) {}

    /** What one try works with. */
    private record World(UUID variant, UUID cheaper, UUID dearer, List<Bought> bought, List<ReturnView> exchanges) {
        Bought last() {
            return last(bought);
        }

        ReturnView exchange() {
            return last(exchanges);
        }

        private static <T> T last(List<T> of) {
            if (of.isEmpty()) {
                throw ReturnError.RETURN_NOT_FOUND.now();
            }
            return of.get(of.size() - 1);
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
                Tuple.of(4, Arbitraries.of(Deed.BUY, Deed.SHIP)),
                Tuple.of(
                        4,
                        Arbitraries.of(
                                Deed.RETURN, Deed.EXCHANGE_FOR_DEARER, Deed.PAY_DIFFERENCE, Deed.SEND_REPLACEMENT)),
                Tuple.of(3, Arbitraries.of(Deed.class)));
        return Combinators.combine(deeds, Arbitraries.integers().between(1, 3))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(10);
    }

    /** Everything there is to do, once in an order in which it can be done. */
    @Example
    void eachDeedAddsUp() {
        long exchanged = exchanged();
        long givenBack = givenBack();
        booksRefundsAndStockAddUpAfterEveryStep(Stream.of(
                        Deed.BUY,
                        Deed.GOODWILL,
                        Deed.EXCHANGE_FOR_DEARER,
                        Deed.PAY_DIFFERENCE,
                        Deed.SEND_REPLACEMENT,
                        Deed.WALK_AWAY,
                        Deed.BUY_BY_DEPOSIT,
                        Deed.CONFIRM,
                        Deed.ASK_AND_CALL_OFF,
                        Deed.EXCHANGE_FOR_DEARER,
                        Deed.PAY_DIFFERENCE,
                        Deed.MONEY_INSTEAD,
                        Deed.PAY_BY_HAND,
                        Deed.BUY,
                        Deed.CANCEL_PART,
                        Deed.BUY,
                        Deed.EXCHANGE_FOR_CHEAPER,
                        Deed.SEND_REPLACEMENT,
                        Deed.BUY_BY_DEPOSIT,
                        Deed.LAPSE,
                        Deed.BUY,
                        Deed.CANCEL,
                        Deed.BUY,
                        Deed.RETURN)
                .map(deed -> new Step(deed, 2))
                .toList());
        assertThat(exchanged()).isEqualTo(exchanged + 1);
        assertThat(givenBack()).isEqualTo(givenBack + 1);
    }

    /** Replacements that were sent once their difference was paid. */
    private static long exchanged() {
        return sum("select count(*) from return_case where state = 'exchanged' and extra_paid_by is not null");
    }

    /** Paid differences that went back. */
    private static long givenBack() {
        return sum("select count(*) from refund_owed where of_exchange and state = 'paid'");
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void booksRefundsAndStockAddUpAfterEveryStep(@ForAll("steps") List<Step> steps) {
        UUID variant = mall.shop.variant(9_990, PIECES);
        World world = new World(
                variant,
                mall.sibling(variant, 8_770, PIECES),
                mall.sibling(variant, 12_340, PIECES),
                new ArrayList<>(),
                new ArrayList<>());
        for (Step step : steps) {
            try {
                act(step, world);
            } catch (DomainException refused) {
                // too late, sold out, more than was bought: a refusal changes nothing
                assertThat(refused.code()).isNotNull();
            }
            checkBooks(step);
            checkRefunds(step);
            checkStock(step, List.of(world.variant(), world.cheaper(), world.dearer()));
        }
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
            case WALK_AWAY -> mall.shop.offer(mall.shop.guest(), world.variant(), step.quantity());
            case CONFIRM -> confirm(world.last().order());
            case SHIP -> mall.ship(world.last().order());
            case CANCEL ->
                mall.orderDesk.cancel(world.last().buyer(), world.last().order().number());
            case CANCEL_PART -> mall.orderDesk.cancelPart(mall.operator, change(world.last()));
            case GOODWILL ->
                mall.orderDesk.goodwill(
                        mall.operator, change(world.last()), new Money(1_237L * step.quantity(), "KRW"));
            case PAY_BY_HAND -> payByHand();
            case LAPSE -> lapse();
            default -> bringBack(step, world);
        }
    }

    private static void bringBack(Step step, World world) {
        switch (step.deed()) {
            case RETURN -> arrive(world, step.quantity(), ReturnWish.REFUND, null);
            case EXCHANGE_FOR_CHEAPER ->
                world.exchanges().add(arrive(world, step.quantity(), ReturnWish.EXCHANGE, world.cheaper()));
            case EXCHANGE_FOR_DEARER ->
                world.exchanges().add(arrive(world, step.quantity(), ReturnWish.EXCHANGE, world.dearer()));
            case PAY_DIFFERENCE -> mall.payExtra(buyerOf(world, world.exchange()), world.exchange());
            case SEND_REPLACEMENT ->
                mall.desk.replace(
                        mall.operator,
                        new ShipReplacement(world.exchange().id(), "Post", null, mall.version(world.exchange())));
            case MONEY_INSTEAD ->
                mall.desk.refundInstead(
                        mall.operator, new AnswerReturn(world.exchange().id(), "gone", mall.version(world.exchange())));
            case ASK_AND_CALL_OFF -> {
                shipIfItWaits(world.last().order());
                ReturnView asked = mall.returns.request(
                        world.last().buyer(), mall.request(world.last().order(), step.quantity()));
                mall.returns.callOff(world.last().buyer(), asked.orderNumber(), asked.number());
            }
            default -> throw new IllegalStateException("not known: " + step);
        }
    }

    private static Caller buyerOf(World world, ReturnView about) {
        return world.bought().stream()
                .filter(each -> each.order().number().equals(about.orderNumber()))
                .findFirst()
                .orElseThrow()
                .buyer();
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
    private static ReturnView arrive(World world, int quantity, ReturnWish wish, @Nullable UUID replacement) {
        Bought bought = world.last();
        shipIfItWaits(bought.order());
        ReturnView made =
                mall.returns.request(bought.buyer(), mall.request(bought.order(), quantity, wish, replacement));
        int accepted = Math.max(1, quantity - 1);
        mall.inspect(mall.arrived(made), accepted, accepted > 1 ? 1 : 0);
        return mall.now(made);
    }

    private static void shipIfItWaits(PlacedOrder order) {
        if (mall.part(order).state() == SubOrderState.TO_SHIP) {
            mall.ship(order);
        }
    }

    private static void payByHand() {
        mall.refunds
                .list(mall.operator, new RefundFilter(OwedState.BY_HAND, null, null, null, 200))
                .items()
                .forEach(each ->
                        mall.refunds.payByHand(mall.operator, new PayByHand(each.id(), "sent", each.version())));
    }

    private static void lapse() {
        mall.shop.mall.get(MallClock.class).advance(Duration.ofDays(9));
        mall.orderDesk.lapseUnpaid(ShopFixture.WORKER, 1_000);
        mall.shop.mall.get(Stock.class).releaseLapsed(ShopFixture.WORKER, 1_000);
    }

    private static long sum(String sql, Object... arguments) {
        return mall.shop.mall.value(Long.class, sql, arguments);
    }

    /** Debits are credits, each order's money is what was paid for it less what went back, and sales say the same. */
    private static void checkBooks(Step step) {
        assertThat(sum("""
                        select (select count(*) from (
                                select currency from ledger_entry group by currency having sum(amount) <> 0) x)
                             + (select count(*) from (
                                select (select coalesce(sum(e.amount), 0) from ledger_transfer t
                                        join ledger_entry e on e.transfer_id = t.id
                                        join ledger_account a on a.id = e.account_id and a.purpose in ('gateway', 'bank')
                                        where t.order_id = o.id) as booked,
                                       (select coalesce(sum(p.amount - p.refunded), 0) from payment p
                                        where p.order_id = o.id and p.state in ('approved', 'captured')) as paid,
                                       (select coalesce(sum(total), 0) from sale_entry s where s.order_id = o.id) as sold
                                from purchase o) x where booked <> paid or booked <> sold)
                        """)).as("%s: books that do not add up", step).isZero();
    }

    /** No more goes back than was captured, and what is owed stays within what each payment paid of a part. */
    private static void checkRefunds(Step step) {
        assertThat(sum("""
                        select (select count(*) from payment p where p.refunded > p.captured or p.refunded <>
                                (select coalesce(sum(amount), 0) from refund_owed r
                                 where r.payment_id = p.id and r.state = 'paid'))
                             + (select count(*) from sub_order s join purchase o on o.id = s.order_id where s.total <
                                (select coalesce(sum(amount), 0) from refund_owed r
                                 where r.sub_order_id = s.id and r.payment_id = o.payment_id))
                             + (select count(*) from payment p where p.amount <
                                (select coalesce(sum(amount), 0) from refund_owed r where r.payment_id = p.id))
                        """)).as("%s: refunds that pass what was paid", step).isZero();
    }

    /**
     * On hand is the sum of the movements, and the pieces received less those that buyers keep and those written off; held is
     * what the holds say, and available the rest, never below nothing.
     */
    private static void checkStock(Step step, List<UUID> variants) {
        assertThat(sum("""
                        select count(*) from stock k where k.variant_id = any(?) and (
                            k.available < 0
                            or k.available <> k.on_hand - k.held
                            or k.held <> (select coalesce(sum(quantity), 0) from stock_hold h
                                          where h.variant_id = k.variant_id and h.state = 'held')
                            or k.on_hand <> (select coalesce(sum(quantity), 0) from stock_movement m
                                             where m.variant_id = k.variant_id)
                                + case when exists (select from stock_movement m
                                                    where m.variant_id = k.variant_id and m.kind = 'receipt') then 0 else ? end
                            or k.on_hand <> ?
                                - (select coalesce(sum(l.quantity), 0) from order_line l
                                   join sub_order s on s.id = l.sub_order_id
                                   where l.variant_id = k.variant_id
                                     and s.state in ('to_ship', 'partly_shipped', 'shipped', 'delivered'))
                                + (select coalesce(sum(r.accepted - r.written_off), 0) from return_line r
                                   join order_line l on l.id = r.order_line_id where l.variant_id = k.variant_id)
                                - (select coalesce(sum(r.accepted), 0) from return_line r
                                   join return_case c on c.id = r.return_id
                                   where r.replacement_variant_id = k.variant_id and c.state = 'exchanged'))
                        """, variants.toArray(UUID[]::new), PIECES, PIECES))
                .as("%s: stock that does not add up", step)
                .isZero();
    }
}
