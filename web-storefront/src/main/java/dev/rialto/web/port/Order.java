package dev.rialto.web.port;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it.
 *
 * @param state awaiting_deposit, paid, lapsed, cancelled
 * @param method card or deposit
 * @param deposit where to transfer and until when, while a deposit is awaited
 */
public record Order(
        String number,
        String state,
        String method,
        Instant placedAt,
        Buyer buyer,
        List<Part> parts,
        Money goodsTotal,
        Money discountTotal,
        Money couponTotal,
        Money deliveryTotal,
        Money taxTotal,
        Money total,
        boolean taxIncluded,
        @Nullable Deposit deposit,
        List<Event> events,
        boolean cancellable) {

    /** The part of one seller. */
    public record Part(
            String number,
            String sellerName,
            String sellerContact,
            String state,
            List<Line> lines,
            @Nullable String coupon,
            Money couponTotal,
            String deliveryName,
            Money delivery,
            Money total,
            List<Shipment> shipments) {
        public Part {
            lines = List.copyOf(lines);
            shipments = List.copyOf(shipments);
        }
    }

    /** One line. */
    public record Line(
            String title,
            String variantTitle,
            @Nullable String pictureKey,
            int quantity,
            int shipped,
            Money unitPrice,
            Money amount) {}

    /** A parcel on its way. */
    public record Shipment(String carrier, @Nullable String trackingNumber, Instant shippedAt) {}

    /** Where to transfer the money. */
    public record Deposit(
            String bank,
            String number,
            String holder,
            Money amount,
            @Nullable LocalDate dueOn) {}

    /** Something that happened: placed, paid, shipped, delivered, cancelled, lapsed; the seller it concerns. */
    public record Event(String kind, Instant at, @Nullable String sellerName) {}

    public Order {
        parts = List.copyOf(parts);
        events = List.copyOf(events);
    }
}
