package dev.rialto.settlement;

import java.util.UUID;

/**
 * What the mall owes one seller in one currency, by the books and by the statements; minor units.
 *
 * @param unsettled booked for sales that no statement has
 * @param payable settled and not paid out, by the books
 * @param stated the same by the statements: the latest closing balances and the payouts since
 * @param reserve kept in reserve, by the books
 * @param statedReserve the same by the statements
 * @param open unsettled, by what no statement has
 */
public record Balance(
        UUID tenantId,
        String sellerName,
        String currency,
        long unsettled,
        long open,
        long payable,
        long stated,
        long reserve,
        long statedReserve) {

    /** What books and statements differ by; zero when all is well. */
    public long difference() {
        return Math.abs(unsettled - open) + Math.abs(payable - stated) + Math.abs(reserve - statedReserve);
    }
}
