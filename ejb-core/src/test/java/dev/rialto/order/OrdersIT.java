package dev.rialto.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.checkout.Offer;
import dev.rialto.checkout.PayResult;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.fulfilment.Fulfilment;
import dev.rialto.fulfilment.ShipSubOrder;
import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.ledger.Ledger;
import dev.rialto.ledger.LedgerPurpose;
import dev.rialto.payment.ConfirmDeposit;
import dev.rialto.payment.PaymentView;
import dev.rialto.platform.MallClock;
import dev.rialto.seller.Permissions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersIT {
    @TempDir
    static Path folder;

    static ShopFixture shop;
    static Orders orders;
    static OrderDesk desk;
    static Fulfilment fulfilment;
    static Caller operator;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
        orders = shop.mall.get(Orders.class);
        desk = shop.mall.get(OrderDesk.class);
        fulfilment = shop.mall.get(Fulfilment.class);
        operator = Caller.operator(shop.member().account(), Permissions.OPERATOR, "test");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    @Tag("D11")
    @Tag("D78")
    @Tag("A32")
    void theMallSeesOrderPaymentAndDelivery() {
        PlacedOrder placed = shop.buy(shop.guest(), shop.variant(10_000, 9), 1);
        OrderView order = orders.view(operator, placed.id());
        assertThat(order.state()).isEqualTo(OrderState.PAID);
        assertThat(order.payment().gatewayTransaction()).startsWith("tx-");
        assertThat(order.payment().gatewayResult()).isNotEmpty();
        assertThat(order.parts().get(0).deliveryName()).isEqualTo("Parcel");
        assertThat(order.buyer().name()).isEqualTo("Kim");
        assertThat(order.total()).isEqualTo(order.payment().amount());
        assertThat(order.events()).extracting(OrderView.OrderEvent::kind).containsExactly("placed", "paid");
    }

    @Test
    void aBuyerSeesAnOrderByBrowserKeyOrAccountAndNobodyElseDoes() {
        Caller guest = shop.guest();
        PlacedOrder placed = shop.buy(guest, shop.variant(10_000, 9), 1);
        Caller member = shop.member();
        PlacedOrder ofMember = shop.buy(member, shop.variant(10_000, 9), 1);

        assertThat(orders.byNumber(guest, placed.number())).isPresent();
        assertThat(orders.byNumber(Caller.shopper(null, placed.key(), "test"), placed.number()))
                .isPresent();
        assertThat(orders.byNumber(Caller.shopper(member.account(), null, "test"), ofMember.number()))
                .isPresent();
        assertThat(orders.mine(member)).extracting(OrderHeadline::number).containsExactly(ofMember.number());
        for (Caller other : new Caller[] {shop.guest(), shop.member(), Caller.anonymous("test")}) {
            assertThat(orders.byNumber(other, placed.number())).isEmpty();
            assertThat(orders.byNumber(other, ofMember.number())).isEmpty();
            assertThat(orders.mine(other)).isEmpty();
        }
    }

    @Test
    void aSellerSeesOnlyItsOwnPart() {
        Caller guest = shop.guest();
        shop.put(guest, shop.variant(shop.second, 4_000, 9), 1);
        PlacedOrder placed = shop.buy(guest, shop.variant(shop.first, 10_000, 9), 1);
        PlacedOrder foreign = shop.buy(shop.guest(), shop.variant(shop.second, 4_000, 9), 1);

        OrderView seen = orders.view(staffOf(shop.first), placed.id());

        assertThat(seen.parts()).extracting(SubOrderView::tenantId).containsExactly(shop.first);
        assertThat(seen.total()).isEqualTo(new Money(9_500 + 3_000, "KRW"));
        assertThat(seen.payment()).isNull();
        assertThatThrownBy(() -> orders.view(staffOf(shop.first), foreign.id()))
                .hasMessageContaining("order_not_found");
        assertThat(orders.list(staffOf(shop.first), OrderFilter.newest(200)).items())
                .extracting(OrderSummary::tenantId)
                .containsOnly(shop.first);
    }

    @Test
    @Tag("D78")
    void theListIsFilteredByStateAndReadPageByPage() {
        for (int i = 0; i < 3; i++) {
            shop.buy(shop.guest(), shop.variant(10_000, 9), 1);
        }
        Page<OrderSummary> first = orders.list(operator, OrderFilter.in(SubOrderState.TO_SHIP, 2));
        Page<OrderSummary> second =
                orders.list(operator, new OrderFilter(SubOrderState.TO_SHIP, null, null, null, null, first.next(), 2));
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).doesNotContainAnyElementsOf(first.items()).isNotEmpty();
        assertThat(orders.list(
                                operator,
                                new OrderFilter(
                                        null,
                                        null,
                                        null,
                                        null,
                                        first.items().get(0).number(),
                                        null,
                                        10))
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> orders.list(operator, new OrderFilter(null, null, null, null, null, "x", 10)))
                .hasMessageContaining("cursor");
        assertThatThrownBy(() -> orders.list(operator, OrderFilter.newest(0))).hasMessageContaining("limit");
        assertThatThrownBy(() -> orders.list(Caller.operator(null, java.util.Set.of(), "test"), OrderFilter.newest(1)))
                .hasMessageContaining("not_permitted");
    }

    @Test
    @Tag("D79")
    @Tag("D83")
    @Tag("D84")
    void aPaidOrderIsShippedInPartsAndTheBuyerIsMailed() {
        PlacedOrder placed = shop.buy(shop.guest(), shop.variant(10_000, 9), 3);
        Caller staff = staffOf(shop.first);
        SubOrderView part = orders.view(staff, placed.id()).parts().get(0);
        UUID line = part.lines().get(0).id();

        fulfilment.ship(staff, new ShipSubOrder(part.id(), "Post", "T-1", Map.of(line, 1), part.version()));
        SubOrderView partly = orders.view(staff, placed.id()).parts().get(0);
        fulfilment.ship(staff, new ShipSubOrder(part.id(), "Post", "T-2", Map.of(), partly.version()));
        SubOrderView whole = orders.view(staff, placed.id()).parts().get(0);
        fulfilment.deliver(staff, part.id(), whole.version());

        OrderView done = orders.view(operator, placed.id());
        assertThat(partly.state()).isEqualTo(SubOrderState.PARTLY_SHIPPED);
        assertThat(whole.state()).isEqualTo(SubOrderState.SHIPPED);
        assertThat(done.parts().get(0).shipments()).hasSize(2);
        assertThat(done.events())
                .extracting(OrderView.OrderEvent::kind)
                .containsExactly("placed", "paid", "partly_shipped", "shipped", "delivered");
        assertThat(done.events().get(4).accountId()).isEqualTo(staff.account());
        assertThat(mails("order_shipped", placed)).isEqualTo(2);
        assertThat(shop.mall.value(
                        String.class,
                        "select max(text_body) from mail m join outbox o on o.id = outbox_id"
                                + " where kind = 'mail.order_shipped' and subject_id = ?",
                        placed.id()))
                .contains("Post", placed.key(), placed.number());
    }

    @Test
    void whatCannotBeShippedIsRefusedByName() {
        PlacedOrder placed = shop.buy(shop.guest(), shop.variant(10_000, 9), 2);
        Caller staff = staffOf(shop.first);
        SubOrderView part = orders.view(staff, placed.id()).parts().get(0);
        UUID line = part.lines().get(0).id();
        refusedToShip(staff, new ShipSubOrder(part.id(), " ", null, Map.of(), part.version()), "carrier");
        refusedToShip(
                staff, new ShipSubOrder(part.id(), "Post", null, Map.of(line, 3), part.version()), "out_of_range");
        refusedToShip(
                staff, new ShipSubOrder(part.id(), "Post", null, Map.of(line, 0), part.version()), "out_of_range");
        refusedToShip(
                staff, new ShipSubOrder(part.id(), "Post", null, Map.of(Ids.next(), 1), part.version()), "unknown");
        refusedToShip(staff, new ShipSubOrder(part.id(), "Post", null, Map.of(), 99), "sub_order_changed");
        refusedToShip(
                staffOf(shop.second),
                new ShipSubOrder(part.id(), "Post", null, Map.of(), part.version()),
                "sub_order_not_found");
        assertThat(orders.view(staff, placed.id()).parts().get(0)).isEqualTo(part);
    }

    @Test
    @Tag("D80")
    @Tag("D51")
    void aDepositOrderShipsOnlyOnceTheMoneyCame() {
        UUID variant = shop.variant(10_000, 3);
        PlacedOrder placed = deposit(shop.guest(), variant, 2);
        SubOrderView part = orders.view(operator, placed.id()).parts().get(0);
        refusedToShip(operator, new ShipSubOrder(part.id(), "Post", null, Map.of(), part.version()), "not_shippable");

        PaymentView payment = orders.view(operator, placed.id()).payment();
        Money bank = shop.mall.get(Ledger.class).balance(ShopFixture.WORKER, LedgerPurpose.BANK, null, "KRW");
        desk.confirmDeposit(operator, new ConfirmDeposit(payment.id(), payment.amount(), "statement line 7"));

        OrderView paid = orders.view(operator, placed.id());
        assertThat(paid.state()).isEqualTo(OrderState.PAID);
        assertThat(paid.parts().get(0).state()).isEqualTo(SubOrderState.TO_SHIP);
        assertThat(shop.stock("on_hand", variant)).isEqualTo(1);
        assertThat(shop.stock("held", variant)).isZero();
        assertThat(shop.mall.get(Ledger.class).balance(ShopFixture.WORKER, LedgerPurpose.BANK, null, "KRW"))
                .isEqualTo(bank.plus(payment.amount()));
        assertThat(mails("order_paid", placed)).isEqualTo(1);
        fulfilment.ship(
                operator,
                new ShipSubOrder(
                        part.id(), "Post", null, Map.of(), paid.parts().get(0).version()));
        assertThatThrownBy(() ->
                        desk.confirmDeposit(operator, new ConfirmDeposit(payment.id(), payment.amount(), "again")))
                .isInstanceOf(DomainException.class);
    }

    @Test
    @Tag("D54")
    void anUnpaidDepositOrderLapsesAndFreesItsStock() {
        UUID variant = shop.variant(10_000, 3);
        PlacedOrder placed = deposit(shop.guest(), variant, 2);
        assertThat(desk.lapseUnpaid(ShopFixture.WORKER, 100)).isZero();
        assertThat(shop.stock("held", variant)).isEqualTo(2);

        shop.mall.get(MallClock.class).advance(Duration.ofDays(9));
        desk.lapseUnpaid(ShopFixture.WORKER, 100);

        assertThat(orders.view(operator, placed.id()).state()).isEqualTo(OrderState.LAPSED);
        assertThat(shop.stock("held", variant)).isZero();
        assertThat(shop.stock("available", variant)).isEqualTo(3);
        assertThat(mails("order_lapsed", placed)).isEqualTo(1);
    }

    @Test
    void aBuyerCallsOffBeforeShippingAndTheMoneyGoesBack() {
        UUID variant = shop.variant(10_000, 3);
        Caller guest = shop.guest();
        PlacedOrder placed = shop.buy(guest, variant, 2);
        assertThatThrownBy(() -> desk.cancel(shop.guest(), placed.number())).hasMessageContaining("order_not_found");

        desk.cancel(guest, placed.number());

        OrderView order = orders.view(operator, placed.id());
        assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(order.payment().refunded()).isEqualTo(order.payment().amount());
        assertThat(shop.stock("on_hand", variant)).isEqualTo(3);
        assertThat(mails("order_cancelled", placed)).isEqualTo(1);
        assertThatThrownBy(() -> desk.cancel(guest, placed.number())).hasMessageContaining("not_cancellable");
        assertThat(desk).satisfies(d -> d.refundCancelled(ShopFixture.WORKER, 10));
    }

    @Test
    void whatHasShippedIsNotCalledOff() {
        Caller guest = shop.guest();
        PlacedOrder placed = shop.buy(guest, shop.variant(10_000, 3), 1);
        SubOrderView part = orders.view(operator, placed.id()).parts().get(0);
        fulfilment.ship(operator, new ShipSubOrder(part.id(), "Post", null, Map.of(), part.version()));
        assertThatThrownBy(() -> desk.cancel(guest, placed.number())).hasMessageContaining("not_cancellable");
    }

    private static PlacedOrder deposit(Caller guest, UUID variant, int quantity) {
        Offer offer = shop.offer(guest, variant, quantity);
        return ((PayResult.Placed) shop.deposit(guest, offer)).order();
    }

    private static Caller staffOf(UUID tenant) {
        return Caller.tenant(tenant, Ids.next(), Permissions.SELLER_OWNER, "test");
    }

    @Test
    @Tag("D83")
    void sellersAreMailedWhatWaitsToBeShippedOnceAndNothingUnpaid() {
        NewOrders news = shop.mall.get(NewOrders.class);
        Caller worker = Caller.worker("test");
        news.tell(worker, 1_000);
        PlacedOrder first = shop.buy(shop.guest(), shop.variant(10_000, 9), 2);
        PlacedOrder second = shop.buy(shop.guest(), shop.variant(10_000, 9), 1);
        Caller other = shop.guest();
        shop.deposit(other, shop.offer(other, shop.variant(10_000, 9), 1));
        assertThat(news.tell(worker, 1_000)).isEqualTo(2);
        assertThat(news.tell(worker, 1_000)).isZero();
        assertThat(shop.mall.value(
                        String.class,
                        "select text_body from mail m join outbox o on o.id = outbox_id where kind = 'mail.order_new'"
                                + " and tenant_id = ? order by o.id desc limit 1",
                        shop.first))
                .contains(first.number() + "-1", second.number() + "-1", "× 2", "/orders?state=to_ship");
    }

    private static int mails(String kind, PlacedOrder order) {
        return shop.mall.value(
                Integer.class,
                "select count(*) from outbox where kind = ? and subject_id = ?",
                "mail." + kind,
                order.id());
    }

    private static void refusedToShip(Caller staff, ShipSubOrder command, String word) {
        assertThatThrownBy(() -> fulfilment.ship(staff, command))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining(word);
    }
}
