package dev.rialto.ledger;

import dev.rialto.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One side of a transfer.
 *
 * @param tenantId whose account, for accounts of sellers
 * @param siteId whose account, for accounts of sites
 * @param amount debit above zero, credit below
 */
record LedgerEntry(
        LedgerPurpose purpose,
        @Nullable UUID tenantId,
        @Nullable UUID siteId,
        Money amount) {

    static LedgerEntry debit(LedgerPurpose purpose, Money amount) {
        return new LedgerEntry(purpose, null, null, amount);
    }

    static LedgerEntry creditTenant(LedgerPurpose purpose, UUID tenant, Money amount) {
        return new LedgerEntry(purpose, tenant, null, amount.negated());
    }

    /** Is it where the buyer's money went? */
    boolean isPayers() {
        return purpose == LedgerPurpose.GATEWAY || purpose == LedgerPurpose.BANK;
    }

    LedgerEntry of(Money other) {
        return new LedgerEntry(purpose, tenantId, siteId, other);
    }

    boolean isSameAccount(LedgerEntry other) {
        return purpose == other.purpose
                && java.util.Objects.equals(tenantId, other.tenantId)
                && java.util.Objects.equals(siteId, other.siteId)
                && amount.currency().equals(other.amount.currency());
    }
}
