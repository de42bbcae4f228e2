package dev.rialto.ledger;

import dev.rialto.kernel.Money;
import java.util.UUID;

/**
 * A statement for the books: what a seller is owed moves from the accounts of its sales to what is payable; amounts are
 * above zero when the mall owes them.
 *
 * @param siteId where it was sold
 * @param seller from the seller's share of goods
 * @param delivery from delivery fees
 * @param tax from tax
 * @param kept what is kept in reserve, less what is let go
 * @param statement its number
 */
public record SettlementPosting(
        UUID tenantId, UUID siteId, Money seller, Money delivery, Money tax, Money kept, String statement) {}
