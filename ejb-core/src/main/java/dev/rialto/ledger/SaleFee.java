package dev.rialto.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the mall keeps of one line of a sale, and why; amounts in minor units of the sale's currency.
 *
 * @param number of the line in the order
 * @param ruleId the rule that held; null for the seller's own rate
 * @param basis price of the line without tax
 * @param rateBp rate in basis points
 * @param fee without tax
 * @param tax on the fee
 */
public record SaleFee(int number, @Nullable UUID ruleId, long basis, int rateBp, long fee, long tax) {
    public SaleFee {
        if (fee < 0 || tax < 0 || fee + tax > basis) {
            throw new IllegalArgumentException("fee " + fee + " and tax " + tax + " must be within " + basis);
        }
    }
}
