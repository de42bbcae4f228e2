package dev.rialto.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a tenant can be told of. */
public enum EventType {
    /** Goods were made, changed, put on sale, withdrawn or deleted. */
    GOODS_CHANGED("goods.changed"),
    /** Pieces of a variant came, went, were held or let go. */
    STOCK_CHANGED("stock.changed"),
    /** The seller's part of an order was placed or moved on. */
    ORDER_CHANGED("order.changed"),
    /** The payment of an order moved on. */
    PAYMENT_CHANGED("payment.changed"),
    /** Money is owed back to a buyer, or was paid back. */
    REFUND_CHANGED("refund.changed"),
    /** A parcel was handed over. */
    SHIPMENT_CHANGED("shipment.changed"),
    /** A return was asked for or moved on. */
    RETURN_CHANGED("return.changed");

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    public String code() {
        return code;
    }

    public static Optional<EventType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** All names on the wire. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(EventType::code).toList();
    }
}
