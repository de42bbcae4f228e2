package dev.rialto.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MallNoteTest {
    private static final String NUMBER = "20261130-0007-1";

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "ja", "zh"})
    void isSaidInEveryLanguageWithAllThatItTells(String language) {
        Locale locale = Locale.forLanguageTag(language);
        assertThat(Arrays.stream(MallNote.values())
                        .map(note -> MallNote.said(note.text(NUMBER, "{0} 'torn'\n$1"), locale)))
                .doesNotHaveDuplicates()
                .allSatisfy(said -> assertThat(said).doesNotContain("{number}", "{text}"))
                .filteredOn(said -> said.contains(NUMBER))
                .hasSize(4)
                .filteredOn(said -> said.endsWith("{0} 'torn'\n$1"))
                .hasSize(2);
    }

    @Test
    void isKeptInPlainEnglish() {
        assertThat(MallNote.WRITTEN_OFF.text(NUMBER, "torn")).isEqualTo("written off, return " + NUMBER + ": torn");
        assertThat(MallNote.said("cancelled " + NUMBER, Locale.KOREAN)).isEqualTo("주문 " + NUMBER + " 취소");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "return to shelf", "Return 7", "the order cancelled", "cancelled by phone", "return 7 more"})
    void leavesWhatPeopleWrite(String text) {
        assertThat(MallNote.said(text, Locale.JAPANESE)).isEqualTo(text);
    }
}
