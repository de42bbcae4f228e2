package dev.rialto.ledger;

import java.util.Locale;

/** What an account of the ledger is for. */
public enum LedgerPurpose {
    /** Money the gateway owes the mall. */
    GATEWAY,
    /** Money in the mall's bank accounts. */
    BANK,
    /** What a seller is owed for goods. */
    SELLER,
    /** What a site is owed for handling. */
    SITE,
    /** The mall's commission. */
    MALL,
    /** Tax owed on a seller's sales. */
    TAX,
    /** Delivery fees owed to a seller. */
    DELIVERY,
    /** Differences of rounding. */
    ROUNDING,
    /** What buyers have in credit. */
    BUYER_CREDIT;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LedgerPurpose ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
