package dev.rialto.recharge;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CodeTextTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    @Tag("E33")
    void aCodeIsATwentySixSymbolNumberOf130BitsWithACheckSymbol() {
        assertThat(CodeText.BITS).isEqualTo(130);
        CodeText code = CodeText.random(RANDOM);
        assertThat(code.text()).hasSize(27).matches("[0-9A-HJKMNP-TV-Z]{26}[0-9A-HJKMNP-TV-Z*~$=U]");
        assertThat(code.grouped()).matches("(.{5}-){5}.{2}");
        assertThat(code).hasToString("code …" + code.lastFour());
    }

    @Test
    @Tag("E33")
    void tenThousandCodesAreAllDifferent() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            seen.add(CodeText.random(RANDOM).text());
        }
        assertThat(seen).hasSize(10_000);
    }

    @Property(tries = 200)
    void oneWrongSymbolIsAlwaysNoticed(
            @ForAll @IntRange(min = 0, max = 25) int place, @ForAll @IntRange(min = 1, max = 31) int by) {
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        String code = CodeText.random(RANDOM).text();
        char other = alphabet.charAt((alphabet.indexOf(code.charAt(place)) + by) % 32);
        assertThat(CodeText.read(code.substring(0, place) + other + code.substring(place + 1)))
                .isEmpty();
    }

    @Test
    void smallLettersSeparatorsAndLookAlikesAreReadAsMeant() {
        CodeText code = CodeText.random(RANDOM);
        String typed = code.grouped()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(CodeText.read(" " + typed + " ")).contains(code);
        assertThat(CodeText.read("short")).isEmpty();
        assertThat(CodeText.read("한글한글한글한글한글한글한글")).isEmpty();
        assertThat(CodeText.read("PROV-1234-5678-ABCD")).contains(new CodeText("PR0V12345678ABCD"));
    }
}
