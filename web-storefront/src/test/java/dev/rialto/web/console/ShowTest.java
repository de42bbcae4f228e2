package dev.rialto.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {
    private static Show in(String language) {
        return new Show(Phrases.in(language), ZoneId.of("Asia/Seoul"));
    }

    @ParameterizedTest
    @CsvSource({"en, South Korea", "ko, 대한민국", "ja, 韓国", "zh, 韩国"})
    void namesACountryInTheReadersLanguage(String language, String name) {
        assertThat(in(language).country("KR")).isEqualTo(name);
    }

    @Test
    void leavesWhatIsNoCodeOfACountry() {
        assertThat(in("en").country("Atlantis")).isEqualTo("Atlantis");
        assertThat(in("en").country("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, South Korea, KR",
        "ko, 대한민국, KR",
        "ja, 日本, JP",
        "zh, 美国, US",
        "ko, jp, JP",
        "en, Atlantis, Atlantis"
    })
    void takesACountryByItsNameOrItsCode(String language, String typed, String code) {
        assertThat(in(language).countryCode(typed)).isEqualTo(code);
    }
}
