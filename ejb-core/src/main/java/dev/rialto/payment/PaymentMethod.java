package dev.rialto.payment;

import java.util.Locale;

/** How an order is paid. */
public enum PaymentMethod {
    /** By card, on the gateway's own page. */
    CARD,
    /** By bank transfer to an account of the mall. */
    DEPOSIT;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PaymentMethod ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
