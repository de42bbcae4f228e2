package dev.rialto.node.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A9")
class ThemeFolderTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};

    @TempDir
    private Path folder;

    private Look read() throws IOException {
        return new ThemeFolder(folder).read();
    }

    @Test
    void anEmptyFolderChangesNothing() throws IOException {
        assertThat(read()).isSameAs(Look.NONE);
        assertThat(new ThemeFolder(folder.resolve("none")).read()).isSameAs(Look.NONE);
    }

    @Test
    void readsTokensSheetAndLogo() throws IOException {
        Files.writeString(folder.resolve("theme.json"), """
                {"name": "Mine", "slogan": {"ko": "한마디"}, "light": {"accent": "#aa3300"}, "cornerPx": 4}""");
        Files.writeString(folder.resolve("theme.css"), ".brand { letter-spacing: 0 }");
        Files.write(folder.resolve("logo.png"), PNG);
        Look look = read();
        assertThat(look.tokens().name()).isEqualTo("Mine");
        assertThat(look.tokens().light()).containsEntry("accent", "#aa3300");
        assertThat(look.sheet()).contains("letter-spacing");
        assertThat(look.logo()).isNotNull();
        assertThat(look.logoKey()).matches("[A-Za-z0-9_-]{8,128}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"light\":{\"accent\":\"red\"}}|light.accent is written as #rrggbb",
                "{\"light\":{\"glow\":\"#aa3300\"}}|light.glow is not known",
                "{\"light\":[]}|light is a group of colours",
                "{\"script\":\"alert(1)\"}|script is not known",
                "{\"cornerPx\":99}|cornerPx is a number from 0 to 24",
                "{\"header\":\"upside\"}|header is one of",
                "{\"name\":\"\"}|name is a text",
                "{\"slogan\":{\"fr\":\"bonjour\"}}|slogan.fr is not a language",
                "[]|no JSON object",
                "{|no JSON (line 1)"
            })
    void namesThePlaceThatIsWrong(String json, String message) throws IOException {
        Files.writeString(folder.resolve("theme.json"), json);
        assertThatThrownBy(this::read).isInstanceOf(ThemeProblem.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{}\n@import 'x.css';",
                "a{background:url(http://elsewhere.example/p.png)}",
                "a{background:URL (x)}",
                "</style><script>",
                "a{width:expression(alert(1))}",
                "a{content:'\\75rl(x)'}"
            })
    void aStylesheetThatReachesOutIsRefused(String sheet) throws IOException {
        Files.writeString(folder.resolve("theme.css"), sheet);
        assertThatThrownBy(this::read).isInstanceOf(ThemeProblem.class).hasMessageStartingWith("theme.css: ");
    }

    @Test
    void aLogoIsThePictureItClaimsToBe() throws IOException {
        Files.writeString(folder.resolve("logo.png"), "<svg onload='alert(1)'/>");
        assertThatThrownBy(this::read).isInstanceOf(ThemeProblem.class).hasMessageContaining("logo.png");
    }
}
