package dev.rialto.tax;

import dev.rialto.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Tax of one line, in whole minor units, rounded half up once per line. */
public final class TaxCalculation {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private TaxCalculation() {}

    /**
     * The tax of a line's amount.
     *
     * @param amount quantity times price
     * @param rateBp basis points
     * @param display whether the tax is inside the amount or comes on top
     */
    public static Money tax(Money amount, int rateBp, Display display) {
        return display == Display.INCLUDED ? included(amount, rateBp) : onTop(amount, rateBp);
    }

    /** The tax inside an amount: 11,000 with 10 % holds 1,000. */
    public static Money included(Money gross, int rateBp) {
        BigDecimal tax = BigDecimal.valueOf(gross.minor())
                .multiply(BigDecimal.valueOf(rateBp))
                .divide(WHOLE.add(BigDecimal.valueOf(rateBp)), 0, RoundingMode.HALF_UP);
        return new Money(tax.longValueExact(), gross.currency());
    }

    /** The tax that comes on top of an amount: 10,000 with 10 % gets 1,000. */
    public static Money onTop(Money net, int rateBp) {
        return net.times(BigDecimal.valueOf(rateBp, 4), RoundingMode.HALF_UP);
    }

    /** How prices are shown. */
    public enum Display {
        /** Tax is inside the price. */
        INCLUDED,
        /** Tax is added to the price. */
        ON_TOP
    }
}
