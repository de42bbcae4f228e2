package dev.rialto.settlement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was booked, in minor units of the statement's currency.
 *
 * @param kind sale, exchange, refund, correction, chargeback, payout, payout_return, reserve or release
 * @param reference number of the order's part, or of the payout
 * @param original the statement that has the sale of a refund, or the reserve that is let go; null when there is none
 * @param amount what comes of it for the seller
 * @param fees what the mall kept, by rule
 */
public record StatementLine(
        int number,
        String kind,
        Instant at,
        String reference,
        @Nullable String original,
        long goods,
        long delivery,
        long tax,
        long commission,
        long feeTax,
        long handling,
        long amount,
        List<RuleFee> fees) {
    public StatementLine {
        fees = List.copyOf(fees);
    }
}
