package dev.rialto.returns;

import dev.rialto.commission.CommissionTerms;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.SaleFee;
import dev.rialto.tax.TaxCalculation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What accepted replacements cost more or less than what they replace.
 *
 * @param amount what they cost more in all, tax with it; below zero when they cost less
 * @param tax what of it is tax
 * @param dearestLine the line of the order whose replacement costs most more
 * @param lines what it is made of, in the order's order
 */
record PriceDifference(Money amount, Money tax, UUID dearestLine, List<Line> lines) {
    PriceDifference {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number of the line in the order
     * @param more what its replacements cost more, as the shop shows prices; below zero when they cost less
     * @param before what was paid for the pieces they replace, without tax
     */
    record Line(
            UUID lineId,
            int number,
            UUID goodsId,
            long more,
            long before,
            int taxBp,
            boolean taxIncluded,
            String currency) {
        Money shown() {
            return new Money(more, currency);
        }

        Money tax() {
            Money size = more < 0 ? shown().negated() : shown();
            Money tax = TaxCalculation.tax(
                    size, taxBp, taxIncluded ? TaxCalculation.Display.INCLUDED : TaxCalculation.Display.ON_TOP);
            return more < 0 ? tax.negated() : tax;
        }

        Money paid() {
            return taxIncluded ? shown() : shown().plus(tax());
        }

        long net() {
            return paid().minus(tax()).minor();
        }
    }

    static PriceDifference of(List<Line> lines) {
        Line dearest = lines.get(0);
        Money amount = Money.zero(dearest.currency());
        Money tax = amount;
        for (Line line : lines) {
            amount = amount.plus(line.paid());
            tax = tax.plus(line.tax());
            dearest = line.more() > dearest.more() ? line : dearest;
        }
        // lines of several rates may leave more tax than difference: then all of it is tax
        return new PriceDifference(
                amount, tax.isMoreThan(amount) && !amount.isNegative() ? amount : tax, dearest.lineId(), lines);
    }

    /** What it costs more, without tax. */
    Money net() {
        return amount.minus(tax);
    }

    /**
     * What the mall keeps of the difference by the terms of the goods. What one line costs less is taken from what the
     * others cost more.
     */
    List<SaleFee> fees(Map<UUID, CommissionTerms> terms) {
        List<SaleFee> fees = new ArrayList<>();
        long left = net().minor();
        for (Line line : lines) {
            long basis = Math.min(line.net(), left);
            if (basis > 0) {
                left -= basis;
                fees.add(terms.getOrDefault(line.goodsId(), CommissionTerms.ofRate(0))
                        .more(line.number(), line.before(), basis));
            }
        }
        return fees;
    }
}
