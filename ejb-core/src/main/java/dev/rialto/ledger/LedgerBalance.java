package dev.rialto.ledger;

import dev.rialto.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sum of one account.
 *
 * @param balance debits minus credits: above zero it is owed to the mall, below zero the mall owes it
 */
public record LedgerBalance(
        LedgerPurpose purpose,
        @Nullable UUID tenantId,
        @Nullable UUID siteId,
        Money balance) {}
