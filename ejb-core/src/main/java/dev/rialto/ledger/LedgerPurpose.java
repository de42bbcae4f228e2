package dev.rialto.ledger;

import java.util.Locale;

/** What an account of the ledger is for. */
public enum LedgerPurpose {
    /** Money the gateway owes the mall. */
    GATEWAY,
    /** Money that the gateway authorised and the mall has not taken yet. */
    AUTHORISED,
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
    BUYER_CREDIT,
    /** Tax the mall owes on its fees. */
    FEE_TAX,
    /** What is settled and waits to be paid out. */
    PAYABLE,
    /** What is kept of a settlement for a while. */
    RESERVE,
    /** Money a bank took back while a dispute is open. */
    DISPUTED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LedgerPurpose ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
