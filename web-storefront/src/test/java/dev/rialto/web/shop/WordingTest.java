package dev.rialto.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @ValueSource(strings = {"ko", "ja", "zh"})
    void saysTheSameThingsInEveryLanguage(String language) {
        assertThat(keys(language)).isEqualTo(keys("en"));
    }

    /** Singular forms are a matter of each language. */
    private static Set<String> keys(String language) {
        return Wording.in(language).texts().keySet().stream()
                .filter(key -> !key.endsWith(".one"))
                .collect(Collectors.toSet());
    }

    @Test
    void countsInTheSingularWhereALanguageHasOne() {
        assertThat(Wording.in("en").count("stock.few", 1)).isEqualTo("Only 1 left");
        assertThat(Wording.in("ko").count("stock.few", 1)).isEqualTo("1개 남음");
    }

    @Test
    void fallsBackToEnglish() {
        assertThat(Wording.in("xx").say("cart.title")).isEqualTo("Cart");
    }
}
