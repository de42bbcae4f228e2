package dev.rialto.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    private static final Pattern USED = Pattern.compile("say\\['([a-zA-Z0-9_.-]+)'\\]|say\\('([a-zA-Z0-9_.-]+)'");
    private static final Path TEMPLATES = Path.of("src/main/webapp/console");

    @ParameterizedTest
    @ValueSource(strings = {"ko", "ja", "zh"})
    void saysEverythingInEveryLanguage(String language) {
        assertThat(Phrases.in(language).keySet()).isEqualTo(Phrases.in("en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "ja", "zh"})
    void fillsTheSamePlacesInEveryLanguage(String language) {
        Phrases english = Phrases.in("en");
        Phrases.in(language).forEach((key, text) -> assertThat(new MessageFormat(text).getFormatsByArgumentIndex())
                .as(key)
                .hasSameSizeAs(new MessageFormat(english.get(key)).getFormatsByArgumentIndex()));
    }

    @Test
    void hasEveryTextThatTemplatesAskFor() throws IOException {
        assertThat(Phrases.in("en").keySet()).containsAll(asked());
    }

    private static Set<String> asked() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
                Matcher use = USED.matcher(Files.readString(file));
                while (use.find()) {
                    String key = use.group(1) == null ? use.group(2) : use.group(1);
                    if (!key.endsWith(".")) {
                        keys.add(key);
                    }
                }
            }
        }
        return keys;
    }
}
