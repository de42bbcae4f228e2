package dev.rialto.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.checkout.Offer;
import dev.rialto.checkout.PayResult;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.fulfilment.Fulfilment;
import dev.rialto.fulfilment.ShipSubOrder;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.order.OrderDesk;
import dev.rialto.order.OrderView;
import dev.rialto.order.Orders;
import dev.rialto.order.PlacedOrder;
import dev.rialto.order.SubOrderView;
import dev.rialto.payment.ConfirmDeposit;
import dev.rialto.payment.PaymentStart;
import dev.rialto.payment.PaymentView;
import dev.rialto.refund.OwedRefund;
import dev.rialto.refund.OwedRefunds;
import dev.rialto.refund.RefundFilter;
import dev.rialto.seller.Permissions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shop whose orders have shipped and come back. */
final class ReturnFixture implements AutoCloseable {
    final ShopFixture shop;
    final Orders orders;
    final OrderDesk orderDesk;
    final Fulfilment fulfilment;
    final Returns returns;
    final ReturnDesk desk;
    final OwedRefunds refunds;
    final Extras extras;
    final Caller operator;

    ReturnFixture(Path folder) {
        shop = ShopFixture.open(folder);
        orders = shop.mall.get(Orders.class);
        orderDesk = shop.mall.get(OrderDesk.class);
        fulfilment = shop.mall.get(Fulfilment.class);
        returns = shop.mall.get(Returns.class);
        desk = shop.mall.get(ReturnDesk.class);
        refunds = shop.mall.get(OwedRefunds.class);
        extras = shop.mall.get(Extras.class);
        operator = Caller.operator(shop.member().account(), Permissions.OPERATOR, "test");
    }

    @Override
    public void close() {
        shop.close();
    }

    static Caller staffOf(UUID tenant) {
        return Caller.tenant(tenant, Ids.next(), Permissions.SELLER_OWNER, "test");
    }

    PlacedOrder deposit(Caller guest, UUID variant, int quantity) {
        Offer offer = shop.offer(guest, variant, quantity);
        return ((PayResult.Placed) shop.deposit(guest, offer)).order();
    }

    void confirm(PlacedOrder order) {
        PaymentView payment = view(order).payment();
        orderDesk.confirmDeposit(operator, new ConfirmDeposit(payment.id(), payment.amount(), "seen"));
    }

    OrderView view(PlacedOrder order) {
        return orders.view(operator, order.id());
    }

    SubOrderView part(PlacedOrder order) {
        return view(order).parts().get(0);
    }

    /** Ships all that is left of the first part. */
    void ship(PlacedOrder order) {
        SubOrderView part = part(order);
        fulfilment.ship(operator, new ShipSubOrder(part.id(), "Post", "T-1", Map.of(), part.version()));
    }

    void deliver(PlacedOrder order) {
        fulfilment.deliver(operator, part(order).id(), part(order).version());
    }

    RequestReturn request(PlacedOrder order, int quantity) {
        return request(order, quantity, ReturnWish.REFUND, null);
    }

    RequestReturn request(PlacedOrder order, int quantity, ReturnWish wish, @Nullable UUID replacement) {
        SubOrderView part = part(order);
        return new RequestReturn(
                order.number(),
                part.number(),
                ReturnGround.WITHDRAWAL,
                wish,
                "not what I thought",
                List.of(new RequestReturn.Item(part.lines().get(0).id(), quantity, replacement)));
    }

    /** Brings a requested return as far as the goods' arrival. */
    ReturnView arrived(ReturnView requested) {
        desk.approve(operator, new AnswerReturn(requested.id(), "send it to us", version(requested)));
        desk.receive(operator, requested.id(), version(requested));
        return now(requested);
    }

    void inspect(ReturnView about, int accepted, int writtenOff) {
        desk.inspect(
                operator,
                new InspectReturn(
                        about.id(),
                        Map.of(about.lines().get(0).lineId(), new InspectReturn.Finding(accepted, writtenOff)),
                        "looked at it",
                        version(about)));
    }

    /** Opens the gateway's page for the difference of an exchange; the payment. */
    UUID startExtra(Caller buyer, ReturnView about) {
        PaymentStart start = extras.pay(buyer, about.orderNumber(), about.number(), new ExtraPlace(shop.site, "en"))
                .start();
        assertThat(start).isInstanceOf(PaymentStart.Redirect.class);
        return shop.mall.value(
                UUID.class,
                "select id from payment where return_id = ? and state in ('created', 'pending')",
                about.id());
    }

    /** Pays the difference of an exchange by card. */
    UUID payExtra(Caller buyer, ReturnView about) {
        UUID payment = startExtra(buyer, about);
        shop.gateway.approve(ShopFixture.requestOf(payment));
        assertThat(extras.comeBack(buyer, about.orderNumber(), about.number(), payment))
                .isEqualTo(ExtraOutcome.PAID);
        return payment;
    }

    ReturnView now(ReturnView about) {
        return returns.view(operator, about.id());
    }

    long version(ReturnView about) {
        return now(about).version();
    }

    List<OwedRefund> refundsOf(PlacedOrder order) {
        return refunds.list(operator, RefundFilter.ofOrder(order.id())).items();
    }

    int mails(String kind, UUID subject) {
        return shop.mall.value(
                Integer.class,
                "select count(*) from outbox where kind = ? and subject_id = ?",
                "mail." + kind,
                subject);
    }

    /** A second variant of the same goods. */
    UUID sibling(UUID variant, long won, long pieces) {
        UUID id = Ids.next();
        shop.mall.execute(
                "insert into variant (id, goods_id, tenant_id, position, option_values)"
                        + " select ?, goods_id, tenant_id, 9, array[?] from variant where id = ?",
                id,
                "Other " + id,
                variant);
        shop.mall.execute(
                "insert into price (variant_id, tenant_id, currency, amount) select ?, tenant_id, 'KRW', ? from variant where id = ?",
                id,
                won,
                id);
        shop.mall.execute(
                "insert into stock (variant_id, place_id, tenant_id, on_hand, held)"
                        + " select ?, place_id, tenant_id, 0, 0 from stock where variant_id = ?",
                id,
                variant);
        shop.mall
                .get(dev.rialto.stock.Stock.class)
                .change(
                        ShopFixture.WORKER,
                        List.of(new dev.rialto.stock.StockChange(
                                dev.rialto.stock.StockChange.Kind.RECEIPT, id, pieces, "came")));
        return id;
    }
}
