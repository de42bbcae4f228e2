package dev.rialto.web.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.web.port.Theme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ThemeSheetTest {
    @Test
    @Tag("A9")
    void writesTokensAsCustomProperties() {
        assertThat(ThemeSheet.of(theme(Map.of("accent", "#123456"), "serif")))
                .isEqualTo(":root{--accent:#123456;--font-body:var(--font-serif);--font-heading:var(--font-sans);"
                        + "--corner:8px}\n");
    }

    @Test
    void letsNothingButTokensThrough() {
        String sheet = ThemeSheet.of(theme(
                Map.of("accent", "red;}body{display:none", "a}b", "#123456", "text", "url(http://x)"),
                "x;}*{color:red"));
        assertThat(sheet)
                .isEqualTo(":root{--font-body:var(--font-sans);--font-heading:var(--font-sans);--corner:8px}\n");
    }

    private static Theme theme(Map<String, String> light, String font) {
        return new Theme(light, Map.of(), font, "sans", 8, "bar", List.of());
    }
}
