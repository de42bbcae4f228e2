package dev.rialto.ledger;

import java.util.List;
import java.util.UUID;

/**
 * A paid order for the books.
 *
 * @param paidInto where the money is: {@link LedgerPurpose#GATEWAY} or {@link LedgerPurpose#BANK}
 */
public record Sale(UUID orderId, LedgerPurpose paidInto, List<SubOrderSale> subOrders) {
    public Sale {
        if (paidInto != LedgerPurpose.GATEWAY && paidInto != LedgerPurpose.BANK) {
            throw new IllegalArgumentException("a sale is paid into gateway or bank, not " + paidInto);
        }
        subOrders = List.copyOf(subOrders);
    }
}
