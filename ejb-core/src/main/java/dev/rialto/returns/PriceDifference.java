package dev.rialto.returns;

import dev.rialto.kernel.Money;
import dev.rialto.payment.TaxCalculation;
import java.util.List;
import java.util.UUID;

/**
 * What accepted replacements cost more or less than what they replace.
 *
 * @param amount what they cost more in all, tax with it; below zero when they cost less
 * @param tax what of it is tax
 * @param dearestLine the line of the order whose replacement costs most more
 */
record PriceDifference(Money amount, Money tax, UUID dearestLine) {

    /**
     * One line.
     *
     * @param more what its replacements cost more, as the shop shows prices; below zero when they cost less
     */
    record Line(UUID lineId, long more, int taxBp, boolean taxIncluded, String currency) {
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
                amount, tax.isMoreThan(amount) && !amount.isNegative() ? amount : tax, dearest.lineId());
    }
}
