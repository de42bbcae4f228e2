package dev.rialto.ledger;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries that balance, posted together and never changed. */
record LedgerTransfer(
        UUID id,
        String kind,
        @Nullable UUID orderId,
        @Nullable UUID subOrderId,
        @Nullable UUID mirrors,
        @Nullable UUID paymentId,
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
        return of("sale", order, null, paidInto, sold);
    }

    /** What an exchange brought in, shared like the sale. */
    static LedgerTransfer exchange(ExchangeSale paid) {
        return of("exchange", paid.orderId(), paid.paymentId(), LedgerPurpose.GATEWAY, paid.sold());
    }

    private static LedgerTransfer of(
            String kind, UUID order, @Nullable UUID payment, LedgerPurpose paidInto, SubOrderSale sold) {
        SaleShares shares = sold.shares();
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
                        new LedgerEntry(
                                LedgerPurpose.FEE_TAX,
                                null,
                                null,
                                shares.feeTax().negated()),
                        LedgerEntry.creditTenant(LedgerPurpose.DELIVERY, sold.tenantId(), sold.delivery()),
                        LedgerEntry.creditTenant(LedgerPurpose.TAX, sold.tenantId(), sold.tax()))
                .toList();
        return new LedgerTransfer(Ids.next(), kind, order, sold.subOrderId(), null, payment, "", entries);
    }

    /** What is authorised is not the gateway's debt before it is taken. */
    static LedgerTransfer authorisation(UUID order, UUID subOrder, Money amount) {
        return taking("authorisation", order, subOrder, amount.negated());
    }

    /** Authorised money is taken. */
    static LedgerTransfer capture(UUID order, UUID subOrder, Money amount) {
        return taking("capture", order, subOrder, amount);
    }

    /** Authorised money is given up. */
    static LedgerTransfer release(UUID order, @Nullable UUID subOrder, Money amount) {
        return taking("release", order, subOrder, amount);
    }

    /** A bank takes money back while it looks into a case. */
    static LedgerTransfer chargebackHold(UUID order, Money amount) {
        return held("chargeback_hold", order, amount);
    }

    /** The bank gives it back. */
    static LedgerTransfer chargebackWon(UUID order, Money amount) {
        return held("chargeback_won", order, amount.negated());
    }

    private static LedgerTransfer held(String kind, UUID order, Money amount) {
        List<LedgerEntry> entries = List.of(
                LedgerEntry.debit(LedgerPurpose.DISPUTED, amount),
                LedgerEntry.debit(LedgerPurpose.GATEWAY, amount.negated()));
        return new LedgerTransfer(Ids.next(), kind, order, null, null, null, "", entries);
    }

    /**
     * The bank keeps it: the hold ends. What the mirrors of the sale did not take, because it had gone back before, is
     * the mall's loss.
     */
    static LedgerTransfer chargebackLost(UUID order, Money amount, Money mirrored) {
        List<LedgerEntry> entries = List.of(
                LedgerEntry.debit(LedgerPurpose.DISPUTED, amount.negated()),
                LedgerEntry.debit(LedgerPurpose.GATEWAY, mirrored),
                LedgerEntry.debit(LedgerPurpose.MALL, amount.minus(mirrored)));
        return new LedgerTransfer(Ids.next(), "chargeback_lost", order, null, null, null, "", entries);
    }

    private static LedgerTransfer taking(String kind, UUID order, @Nullable UUID subOrder, Money amount) {
        List<LedgerEntry> entries = List.of(
                LedgerEntry.debit(LedgerPurpose.GATEWAY, amount),
                LedgerEntry.debit(LedgerPurpose.AUTHORISED, amount.negated()));
        return new LedgerTransfer(Ids.next(), kind, order, subOrder, null, null, "", entries);
    }

    /** A statement: what is owed of sales becomes payable, less what is kept. */
    static LedgerTransfer settlement(SettlementPosting statement) {
        UUID tenant = statement.tenantId();
        UUID site = statement.siteId();
        Money all = statement.seller().plus(statement.delivery()).plus(statement.tax());
        List<LedgerEntry> entries = List.of(
                new LedgerEntry(LedgerPurpose.SELLER, tenant, null, statement.seller()),
                new LedgerEntry(LedgerPurpose.DELIVERY, tenant, null, statement.delivery()),
                new LedgerEntry(LedgerPurpose.TAX, tenant, null, statement.tax()),
                new LedgerEntry(
                        LedgerPurpose.PAYABLE, tenant, site, statement.kept().minus(all)),
                new LedgerEntry(
                        LedgerPurpose.RESERVE, tenant, site, statement.kept().negated()));
        return new LedgerTransfer(
                idOf(statement), "settlement", null, null, null, null, statement.statement(), entries);
    }

    /** The same whenever it is posted: a statement moves its money once. */
    private static UUID idOf(SettlementPosting statement) {
        return UUID.nameUUIDFromBytes(("settlement|" + statement.statement()).getBytes(StandardCharsets.UTF_8));
    }

    /** Money sent to a seller. */
    static LedgerTransfer payout(PayoutPosting payout) {
        return toBank("payout", payout, 1);
    }

    /** The same money come back. */
    static LedgerTransfer payoutReturn(PayoutPosting payout) {
        return toBank("payout_return", payout, -1);
    }

    private static LedgerTransfer toBank(String kind, PayoutPosting payout, int sign) {
        List<LedgerEntry> entries = new ArrayList<>();
        long sum = 0;
        for (PayoutPosting.Share share : payout.shares()) {
            entries.add(new LedgerEntry(
                    LedgerPurpose.PAYABLE,
                    payout.tenantId(),
                    share.siteId(),
                    share.amount().times(sign)));
            sum += sign * share.amount().minor();
        }
        String currency = payout.shares().get(0).amount().currency();
        entries.add(LedgerEntry.debit(LedgerPurpose.BANK, new Money(-sum, currency)));
        return new LedgerTransfer(Ids.next(), kind, null, null, null, null, payout.reference(), entries);
    }

    /** What the buyer paid in this transfer, as far as it is a sale. */
    Money paid() {
        long debits = entries.stream()
                .filter(LedgerEntry::isPayers)
                .mapToLong(entry -> entry.amount().minor())
                .sum();
        return new Money(debits, entries.get(0).amount().currency());
    }
}
