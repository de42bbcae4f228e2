package dev.rialto.web.cart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"3, 3", "-1, -1", "0, 0", "'', 0", "1.5, 0", "abc, 0", "99999999, 0", "'1 or 1', 0"})
    @Tag("D43")
    void readsWholeNumbersAndTakesTheRestForNone(String typed, int quantity) {
        assertThat(Quantity.read(typed)).isEqualTo(quantity);
    }
}
