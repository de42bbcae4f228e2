package dev.rialto.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Property
    void sharesSumToTheWhole(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long minor,
            @ForAll @NotEmpty @Size(max = 20) List<@LongRange(min = 1, max = 1_000_000) Long> weights) {
        List<Money> shares = new Money(minor, "KRW").allocate(weights);
        assertThat(shares.stream().mapToLong(Money::minor).sum()).isEqualTo(minor);
        assertThat(shares).hasSameSizeAs(weights);
    }

    @Test
    @Tag("A24")
    void aRateIsTakenOffOnce() {
        assertThat(new Money(10_000, "KRW").lessBasisPoints(500)).isEqualTo(new Money(9_500, "KRW"));
        assertThat(new Money(10_000, "KRW").lessBasisPoints(1_000)).isEqualTo(new Money(9_000, "KRW"));
    }

    @Test
    void writesAmountsInTheReadersForm() {
        assertThat(new Money(12_000, "KRW").format(Locale.KOREA)).isEqualTo("₩12,000");
        assertThat(new Money(1_250, "USD").format(Locale.US)).isEqualTo("$12.50");
    }

    @Test
    void refusesToMixCurrencies() {
        assertThatThrownBy(() -> Money.zero("KRW").plus(Money.zero("USD"))).hasMessageContaining("cannot mix");
    }

    @Test
    void refusesMoreDecimalsThanTheCurrencyHas() {
        assertThat(Money.ofDecimal(new BigDecimal("12.5"), "USD")).isEqualTo(new Money(1_250, "USD"));
        assertThatThrownBy(() -> Money.ofDecimal(new BigDecimal("12.5"), "KRW"))
                .isInstanceOf(ArithmeticException.class);
    }
}
