package dev.rialto.capture;

import static dev.rialto.checkout.ShopFixture.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.checkout.Completion;
import dev.rialto.checkout.Offer;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.fulfilment.Fulfilment;
import dev.rialto.fulfilment.ShipSubOrder;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.Ledger;
import dev.rialto.ledger.LedgerPurpose;
import dev.rialto.order.ChangePart;
import dev.rialto.order.OrderDesk;
import dev.rialto.order.OrderView;
import dev.rialto.order.Orders;
import dev.rialto.order.SubOrderView;
import dev.rialto.payment.FakeGateway;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentState;
import dev.rialto.payment.PaymentView;
import dev.rialto.platform.MallClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money is authorised with the order and taken as its parts ship. */
@Tag("D79")
class TakenInPartsIT {
    private static final Caller OPERATOR =
            new Caller(Caller.Role.MALL, null, Ids.next(), null, Set.of("order.edit", "order.view"), "test");

    private static final Caller TELLER =
            new Caller(Caller.Role.MALL, null, Ids.next(), null, Set.of("payment.refund", "order.view"), "test");

    @TempDir
    static Path folder;

    static ShopFixture shop;

    @BeforeAll
    static void open() {
        System.setProperty("rialto.payment.capture", "shipment");
        shop = ShopFixture.open(folder);
    }

    @AfterAll
    static void close() {
        System.clearProperty("rialto.payment.capture");
        shop.close();
    }

    /** Goods of both sellers, paid on the gateway's page. */
    private static OrderView bought(Caller who, long won, int pieces) {
        shop.put(who, shop.variant(shop.second, 7_777, 50), 1);
        Offer offer = shop.offer(who, shop.variant(won, 50), pieces);
        Completion paid = shop.checkout.complete(who, shop.approved(who, offer));
        return order(((Completion.Placed) paid).order().id());
    }

    private static OrderView order(UUID id) {
        return shop.mall.get(Orders.class).view(WORKER, id);
    }

    private static SubOrderView partOf(OrderView order, UUID seller) {
        return order.parts().stream()
                .filter(part -> part.tenantId().equals(seller))
                .findFirst()
                .orElseThrow();
    }

    private static void ship(UUID order, UUID seller, Map<UUID, Integer> pieces) {
        SubOrderView part = partOf(order(order), seller);
        shop.mall.get(Fulfilment.class).ship(WORKER, new ShipSubOrder(part.id(), "Post", null, pieces, part.version()));
    }

    private static void settle() {
        shop.mall.get(PaymentDesk.class).settleUnknown(WORKER, 100);
    }

    private static PaymentView payment(OrderView order) {
        return shop.mall.get(PaymentDesk.class).view(WORKER, order.payment().id());
    }

    private static long account(LedgerPurpose purpose, OrderView order) {
        return shop.mall.value(
                Long.class,
                "select coalesce(sum(e.amount), 0) from ledger_entry e join ledger_account a on a.id = e.account_id"
                        + " join ledger_transfer t on t.id = e.transfer_id where t.order_id = ? and a.purpose = ?",
                order.id(),
                purpose.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static List<String> callsOf(OrderView order) {
        return shop.gateway.calls().stream()
                .filter(call ->
                        call.contains(ShopFixture.requestOf(order.payment().id())))
                .map(call -> call.split(" ")[0])
                .toList();
    }

    @Test
    void anOrderTakesNothingUntilItShips() {
        OrderView order = bought(shop.guest(), 10_000, 1);
        settle();
        PaymentView paid = payment(order);
        assertThat(paid.state()).isEqualTo(PaymentState.APPROVED);
        assertThat(paid.captured().minor()).isZero();
        assertThat(account(LedgerPurpose.GATEWAY, order)).isZero();
        assertThat(account(LedgerPurpose.AUTHORISED, order))
                .isEqualTo(order.total().minor());
    }

    @Test
    void eachShipmentTakesItsPartAndTheLastOneTheRest() {
        OrderView order = bought(shop.guest(), 3_333, 3);
        SubOrderView part = partOf(order, shop.first);
        UUID line = part.lines().get(0).id();
        ship(order.id(), shop.first, Map.of(line, 1));
        settle();
        long goods = part.total() - part.deliveryTotal();
        assertThat(payment(order).captured().minor()).isEqualTo(goods / 3 + part.deliveryTotal());
        ship(order.id(), shop.first, Map.of());
        settle();
        assertThat(payment(order).captured().minor()).isEqualTo(part.total());
        assertThat(payment(order).state()).isEqualTo(PaymentState.APPROVED);
        ship(order.id(), shop.second, Map.of());
        settle();
        assertThat(payment(order).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(payment(order).captured()).isEqualTo(payment(order).amount());
        assertThat(account(LedgerPurpose.GATEWAY, order))
                .isEqualTo(order.total().minor());
        assertThat(account(LedgerPurpose.AUTHORISED, order)).isZero();
        assertThat(callsOf(order)).doesNotContain("release", "refund");
    }

    @Test
    void anOrderCalledOffBeforeItShipsIsReleasedAndNeverTaken() {
        Caller buyer = shop.guest();
        OrderView order = bought(buyer, 10_000, 1);
        shop.mall.get(OrderDesk.class).cancel(buyer, order.number());
        assertThat(payment(order).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(payment(order).released()).isEqualTo(payment(order).amount());
        assertThat(callsOf(order)).contains("release").doesNotContain("capture", "refund");
        assertThat(account(LedgerPurpose.GATEWAY, order)).isZero();
        assertThat(account(LedgerPurpose.AUTHORISED, order)).isZero();
        assertThat(account(LedgerPurpose.SELLER, order)).isZero();
    }

    @Test
    void aPartCalledOffIsNotTakenAndTheRestIsReleasedWithTheLastShipment() {
        OrderView order = bought(shop.guest(), 10_000, 1);
        SubOrderView off = partOf(order, shop.second);
        shop.mall.get(OrderDesk.class).cancelPart(OPERATOR, new ChangePart(off.id(), "no stock", off.version()));
        assertThat(callsOf(order)).doesNotContain("release", "refund");
        ship(order.id(), shop.first, Map.of());
        settle();
        PaymentView paid = payment(order);
        assertThat(paid.state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(paid.captured().minor()).isEqualTo(order.total().minor() - off.total());
        assertThat(paid.released().minor()).isEqualTo(off.total());
        assertThat(callsOf(order)).contains("release").doesNotContain("refund");
        assertThat(account(LedgerPurpose.GATEWAY, order))
                .isEqualTo(order.total().minor() - off.total());
        assertThat(account(LedgerPurpose.AUTHORISED, order)).isZero();
    }

    @Test
    void goodwillBeforeTheShipmentIsNotTakenAndAfterItIsSentBack() {
        OrderView order = bought(shop.guest(), 10_000, 1);
        goodwill(order, 500);
        assertThat(payment(order).released().minor()).isEqualTo(500);
        ship(order.id(), shop.first, Map.of());
        settle();
        long taken = partOf(order, shop.first).total() - 500;
        assertThat(payment(order).captured().minor()).isEqualTo(taken);
        goodwill(order, 700);
        assertThat(payment(order).captured().minor()).isEqualTo(taken);
        assertThat(payment(order).refunded().minor()).isEqualTo(700);
        assertThat(callsOf(order)).doesNotContain("release");
        assertThat(account(LedgerPurpose.GATEWAY, order)).isEqualTo(taken - 700);
    }

    private static void goodwill(OrderView order, long won) {
        SubOrderView part = partOf(order(order.id()), shop.first);
        shop.mall
                .get(OrderDesk.class)
                .goodwill(TELLER, new ChangePart(part.id(), "late", part.version()), new Money(won, "KRW"));
    }

    @Test
    void aLostAnswerIsAskedAgainUnderTheSameIdAndTakesOnce() {
        OrderView order = bought(shop.guest(), 10_000, 1);
        ship(order.id(), shop.first, Map.of());
        shop.gateway.next(FakeGateway.Trouble.LOSE_ANSWER);
        settle();
        assertThat(payment(order).captured().minor()).isZero();
        shop.mall.get(MallClock.class).advance(Duration.ofMinutes(2));
        settle();
        long total = partOf(order, shop.first).total();
        assertThat(payment(order).captured().minor()).isEqualTo(total);
        CaptureView capture =
                shop.mall.get(Captures.class).ofOrder(WORKER, order.id()).get(0);
        assertThat(capture.stateNow()).isEqualTo(CaptureState.DONE);
        assertThat(shop.gateway.calls().stream().filter(("capture " + capture.requestId())::equals))
                .hasSize(2);
        assertThat(account(LedgerPurpose.GATEWAY, order)).isEqualTo(total);
    }

    @Test
    void aRefusedCaptureFreesItsShareAndIsKeptWithTheReason() {
        Caller buyer = shop.guest();
        OrderView order = bought(buyer, 10_000, 1);
        ship(order.id(), shop.first, Map.of());
        shop.gateway.next(FakeGateway.Trouble.REFUSE);
        settle();
        CaptureView failed =
                shop.mall.get(Captures.class).ofOrder(WORKER, order.id()).get(0);
        assertThat(failed.stateNow()).isEqualTo(CaptureState.FAILED);
        assertThat(failed.reason()).isEqualTo("refused");
        assertThat(account(LedgerPurpose.GATEWAY, order)).isZero();
        shop.mall.get(Captures.class).again(TELLER, failed.id(), "the card has money again");
        settle();
        assertThat(payment(order).captured().minor())
                .isEqualTo(partOf(order, shop.first).total());
        assertThatThrownBy(() -> shop.mall.get(Captures.class).again(TELLER, failed.id(), "once more"))
                .hasMessage("nothing_to_take");
        assertThatThrownBy(() -> shop.mall.get(Captures.class).again(OPERATOR, failed.id(), "may not"))
                .hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> shop.mall.get(Captures.class).again(TELLER, failed.id(), " "))
                .hasMessageContaining("capture_invalid");
    }

    @Test
    void anotherSellerSeesOnlyItsOwnCaptures() {
        OrderView order = bought(shop.guest(), 10_000, 1);
        ship(order.id(), shop.first, Map.of());
        Caller own = new Caller(Caller.Role.TENANT, shop.first, Ids.next(), null, Set.of(), "test");
        Caller other = new Caller(Caller.Role.TENANT, shop.second, Ids.next(), null, Set.of(), "test");
        assertThat(shop.mall.get(Captures.class).ofOrder(own, order.id())).hasSize(1);
        assertThat(shop.mall.get(Captures.class).ofOrder(other, order.id())).isEmpty();
        assertThat(shop.mall.get(Ledger.class).balances(other))
                .noneMatch(balance -> balance.purpose() == LedgerPurpose.AUTHORISED);
    }
}
