package dev.rialto.rest.v1.buying;

import dev.rialto.kernel.Money;
import dev.rialto.order.OrderView;
import dev.rialto.order.SubOrderView;
import dev.rialto.payment.BankAccountView;
import dev.rialto.payment.PaymentView;
import dev.rialto.rest.v1.Wire;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders in the port's form. */
final class Purchases {
    private static final Buyer NOBODY = new Buyer("", "", "", "", "", "", "", "", "", "", Map.of(), Map.of());

    private Purchases() {}

    static Order order(OrderView order) {
        return new Order(
                order.number(),
                order.state().name().toLowerCase(Locale.ROOT),
                order.method().name().toLowerCase(Locale.ROOT),
                order.placedAt(),
                buyer(order.buyer()),
                order.parts().stream().map(part -> part(part, order.currency())).toList(),
                order.goodsTotal(),
                order.discountTotal().minus(order.couponTotal()),
                order.couponTotal(),
                order.deliveryTotal(),
                order.taxTotal(),
                order.total(),
                order.taxIncluded(),
                deposit(order.payment()),
                order.events().stream()
                        .map(event -> new Order.Event(
                                event.kind(), event.at(), order.sellerOf(event).orElse(null)))
                        .toList(),
                order.isCancellable());
    }

    private static Buyer buyer(dev.rialto.order.@Nullable Buyer buyer) {
        return buyer == null
                ? NOBODY
                : new Buyer(
                        buyer.email(),
                        buyer.name(),
                        Wire.orEmpty(buyer.phone()),
                        buyer.country(),
                        buyer.postcode(),
                        Wire.orEmpty(buyer.region()),
                        buyer.city(),
                        buyer.street(),
                        Wire.orEmpty(buyer.extra()),
                        Wire.orEmpty(buyer.note()),
                        Map.of(),
                        Map.of());
    }

    private static Order.@Nullable Deposit deposit(@Nullable PaymentView payment) {
        BankAccountView bank = payment == null ? null : payment.bankAccount();
        return payment == null || bank == null
                ? null
                : new Order.Deposit(bank.bank(), bank.number(), bank.holder(), payment.amount(), payment.dueOn());
    }

    private static Order.Part part(SubOrderView part, String currency) {
        return new Order.Part(
                part.number(),
                part.sellerName(),
                Wire.orEmpty(part.sellerContact()),
                part.state().name().toLowerCase(Locale.ROOT),
                part.lines().stream().map(line -> line(line, currency)).toList(),
                part.couponCode(),
                new Money(part.couponTotal(), currency),
                part.deliveryName(),
                new Money(part.deliveryTotal(), currency),
                new Money(part.total(), currency),
                part.shipments().stream()
                        .map(shipment ->
                                new Order.Shipment(shipment.carrier(), shipment.trackingNumber(), shipment.shippedAt()))
                        .toList());
    }

    private static Order.Line line(SubOrderView.Line line, String currency) {
        return new Order.Line(
                line.title(),
                line.variantTitle(),
                line.pictureKey(),
                line.quantity(),
                line.shipped(),
                new Money(line.unitPrice(), currency),
                new Money(line.fullAmount(), currency));
    }
}
