package dev.rialto.ledger;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries that balance, posted together and never changed. */
record LedgerTransfer(
        UUID id,
        String kind,
        UUID orderId,
        UUID subOrderId,
        @Nullable UUID mirrors,
        String memo,
        List<LedgerEntry> entries) {

    LedgerTransfer {
        entries = entries.stream().filter(entry -> !entry.amount().isZero()).toList();
        long sum = entries.stream().mapToLong(entry -> entry.amount().minor()).sum();
        if (sum != 0) {
            throw new IllegalStateException("transfer " + id + " does not balance: " + sum);
        }
    }

    /** The sale of one sub-order: the payer's side is debited, seller, site, mall, delivery and tax are credited. */
    static LedgerTransfer sale(UUID order, LedgerPurpose paidInto, SubOrderSale sold) {
        SaleShares shares = SaleShares.of(sold.goods(), sold.commissionBp(), sold.handlingBp());
        List<LedgerEntry> entries = Stream.of(
                        LedgerEntry.debit(paidInto, sold.total()),
                        LedgerEntry.creditTenant(LedgerPurpose.SELLER, sold.tenantId(), shares.seller()),
                        new LedgerEntry(
                                LedgerPurpose.SITE,
                                null,
                                sold.siteId(),
                                shares.site().negated()),
                        new LedgerEntry(
                                LedgerPurpose.MALL, null, null, shares.mall().negated()),
                        LedgerEntry.creditTenant(LedgerPurpose.DELIVERY, sold.tenantId(), sold.delivery()),
                        LedgerEntry.creditTenant(LedgerPurpose.TAX, sold.tenantId(), sold.tax()))
                .toList();
        return new LedgerTransfer(Ids.next(), "sale", order, sold.subOrderId(), null, "", entries);
    }

    /** What the buyer paid in this transfer, as far as it is a sale. */
    Money paid() {
        long debits = entries.stream()
                .mapToLong(entry -> Math.max(0, entry.amount().minor()))
                .sum();
        return new Money(debits, entries.get(0).amount().currency());
    }
}
