package dev.rialto.ledger;

import dev.rialto.kernel.Money;
import java.util.List;
import java.util.UUID;

/**
 * Money sent to a seller's bank, or come back from it.
 *
 * @param shares what is taken from each site's balance; they sum to what is sent
 * @param reference of the payout
 */
public record PayoutPosting(UUID tenantId, List<Share> shares, String reference) {

    /** What one site's balance gives; below zero where it has a debt. */
    public record Share(UUID siteId, Money amount) {}

    public PayoutPosting {
        shares = List.copyOf(shares);
    }
}
