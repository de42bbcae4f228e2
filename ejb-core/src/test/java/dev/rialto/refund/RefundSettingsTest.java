package dev.rialto.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundSettingsTest {
    @Test
    void limitsAreReadInMajorUnits() {
        RefundSettings settings = RefundSettings.of("KRW 500000, USD 99.50");
        assertThat(settings.limit("KRW")).contains(new Money(500_000, "KRW"));
        assertThat(settings.limit("USD")).contains(new Money(9_950, "USD"));
        assertThat(settings.limit("EUR")).isEmpty();
        assertThat(RefundSettings.of("any").alone()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "500000", "KRW", "KRW 1.5", "XXQ 5", "KRW -1", "KRW 1;USD 2"})
    void aWrongLimitStopsTheStartAndIsNamed(String text) {
        assertThatThrownBy(() -> RefundSettings.of(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rialto.refund.alone");
    }
}
