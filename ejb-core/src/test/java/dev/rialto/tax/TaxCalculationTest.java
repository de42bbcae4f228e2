package dev.rialto.tax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxCalculationTest {
    private static Money won(long minor) {
        return new Money(minor, "KRW");
    }

    @ParameterizedTest
    @CsvSource({"11000,1000,1000", "9000,1000,818", "10000,0,0", "1,1000,0", "119,1900,19", "0,1000,0"})
    void taxInsideAPrice(long gross, int rateBp, long tax) {
        assertThat(TaxCalculation.tax(won(gross), rateBp, TaxCalculation.Display.INCLUDED))
                .isEqualTo(won(tax));
    }

    @ParameterizedTest
    @CsvSource({"10000,1000,1000", "9000,1000,900", "5,1000,1", "4,1000,0", "100,1900,19"})
    void taxOnTopOfAPrice(long net, int rateBp, long tax) {
        assertThat(TaxCalculation.tax(won(net), rateBp, TaxCalculation.Display.ON_TOP))
                .isEqualTo(won(tax));
    }

    @Property
    void taxOnTopIsInsideTheSum(
            @ForAll @LongRange(max = 1_000_000_000L) long net, @ForAll @IntRange(max = 10_000) int rateBp) {
        Money tax = TaxCalculation.onTop(won(net), rateBp);
        long inside = TaxCalculation.included(won(net).plus(tax), rateBp).minor();
        assertThat(Math.abs(inside - tax.minor())).isLessThanOrEqualTo(1);
    }
}
