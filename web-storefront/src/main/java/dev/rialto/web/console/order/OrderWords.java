package dev.rialto.web.console.order;

import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.order.OrderState;

/** Colours of the states of orders and of their parts. */
final class OrderWords {
    private OrderWords() {}

    static String tone(SubOrderState state) {
        return switch (state) {
            case AWAITING_DEPOSIT, TO_SHIP -> "chip-warn";
            case PARTLY_SHIPPED -> "chip-info";
            case SHIPPED, DELIVERED -> "chip-good";
            case CANCELLED, LAPSED -> "";
        };
    }

    static String tone(OrderState state) {
        return switch (state) {
            case AWAITING_DEPOSIT -> "chip-warn";
            case PAID -> "chip-good";
            case CANCELLED, LAPSED -> "";
        };
    }
}
