package dev.rialto.payment;

import java.util.Locale;

/** How an order is paid. */
public enum PaymentMethod {
    /** By card, on the gateway's own page. */
    CARD,
    /** From a wallet, on a page of its own. */
    WALLET,
    /** By bank transfer to an account of the mall. */
    DEPOSIT;

    /** Is it paid at once, on a page of the gateway? */
    public boolean isHosted() {
        return this != DEPOSIT;
    }

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PaymentMethod ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
