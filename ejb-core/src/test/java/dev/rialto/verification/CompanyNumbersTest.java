package dev.rialto.verification;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CompanyNumbersTest {
    @Test
    void knowsNumbersThatAreInUse() {
        assertThat(CompanyNumbers.isKoreanBusiness("124-81-00998")).isTrue();
        assertThat(CompanyNumbers.isKoreanBusiness("220 81 62517")).isTrue();
        assertThat(CompanyNumbers.isKoreanBusiness("123-45-67890")).isFalse();
        assertThat(CompanyNumbers.isIban("DE89 3704 0044 0532 0130 00")).isTrue();
        assertThat(CompanyNumbers.isIban("GB82WEST12345698765432")).isTrue();
        assertThat(CompanyNumbers.isIban("DE89 3704 0044 0532 0130 01")).isFalse();
        assertThat(CompanyNumbers.isVat("DE", "DE 136 695 976")).isTrue();
        assertThat(CompanyNumbers.isVat("DE", "AT U1234567")).isFalse();
        assertThat(CompanyNumbers.isVat("GR", "EL123456789")).isTrue();
        assertThat(CompanyNumbers.hasVat("KR")).isFalse();
    }

    @Property
    void ofTenEndingsExactlyOneChecksAKoreanNumber(@ForAll @NumericChars @StringLength(9) String nine) {
        long good = java.util.stream.IntStream.range(0, 10)
                .filter(last -> CompanyNumbers.isKoreanBusiness(nine + last))
                .count();
        assertThat(good).isEqualTo(1);
    }

    @Property
    void aChangedDigitIsNoIban(
            @ForAll @IntRange(min = 2, max = 21) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
        StringBuilder iban = new StringBuilder("DE89370400440532013000");
        int digit = iban.charAt(place) - '0';
        iban.setCharAt(place, (char) ('0' + (digit + by) % 10));
        assertThat(CompanyNumbers.isIban(iban.toString())).isFalse();
    }
}
