package dev.rialto.ledger;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Gives a sale back in parts: each part mirrors the sale's entries in proportion to what has been given back in all, so
 * that parts that sum to the whole mirror it to the last unit. The seller's side takes what rounding leaves.
 *
 * @param sale the transfer that is mirrored
 * @param mirrored what earlier refunds of the same sale posted, in any order
 */
record RefundMirror(LedgerTransfer sale, List<LedgerEntry> mirrored) {

    /** What can still be given back. */
    Money remaining() {
        Money back = Money.zero(sale.paid().currency());
        for (LedgerEntry entry : sale.entries()) {
            if (entry.isPayers()) {
                back = back.plus(already(entry).negated());
            }
        }
        return sale.paid().minus(back);
    }

    /** The transfer that gives this much back. */
    LedgerTransfer part(Money amount, String memo) {
        return part("refund", amount, memo);
    }

    /** The same for what a bank took. */
    LedgerTransfer part(String kind, Money amount, String memo) {
        Money total = sale.paid().minus(remaining()).plus(amount);
        LedgerEntry rest = remainderSide();
        List<LedgerEntry> entries = new ArrayList<>();
        long sum = 0;
        for (LedgerEntry entry : sale.entries()) {
            if (entry != rest) {
                Money part = upTo(entry, total).minus(already(entry));
                entries.add(entry.of(part));
                sum += part.minor();
            }
        }
        entries.add(rest.of(new Money(-sum, amount.currency())));
        UUID order = sale.orderId();
        return new LedgerTransfer(Ids.next(), kind, order, sale.subOrderId(), sale.id(), null, memo, entries);
    }

    /** The mirrored amount of an entry once this much has been given back. */
    private Money upTo(LedgerEntry entry, Money total) {
        BigDecimal share = BigDecimal.valueOf(total.minor())
                .multiply(BigDecimal.valueOf(entry.amount().minor()))
                .divide(BigDecimal.valueOf(sale.paid().minor()), 0, RoundingMode.HALF_UP);
        return new Money(share.longValueExact(), total.currency()).negated();
    }

    private Money already(LedgerEntry entry) {
        return mirrored.stream()
                .filter(entry::isSameAccount)
                .map(LedgerEntry::amount)
                .reduce(Money.zero(entry.amount().currency()), Money::plus);
    }

    private LedgerEntry remainderSide() {
        return sale.entries().stream()
                .filter(entry -> entry.purpose() == LedgerPurpose.SELLER)
                .findFirst()
                .orElseGet(() -> sale.entries().get(sale.entries().size() - 1));
    }
}
