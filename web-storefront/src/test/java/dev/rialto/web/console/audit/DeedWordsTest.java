package dev.rialto.web.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.web.console.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The audit says what was done in words: for every deed that the domains write down by a fixed name. */
class DeedWordsTest {
    private static final Path DOMAINS = Path.of("../ejb-core/src/main/java");
    private static final Pattern DEED =
            Pattern.compile("(?:Deed\\.of\\(|Deed\\(|record\\()[^;]*?\"([a-z_-]+)\\.([a-z_-]*[a-z])\"");

    @Test
    @Tag("D35")
    void everyDeedHasWords() throws IOException {
        Phrases words = Phrases.in("en");
        Set<String> lacking = new TreeSet<>();
        int found = 0;
        try (Stream<Path> files = Files.walk(DOMAINS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher deed = DEED.matcher(Files.readString(file));
                while (deed.find()) {
                    found++;
                    Stream.of("thing." + deed.group(1), "deed." + deed.group(2))
                            .map(key -> "audit." + key.replace('-', '_'))
                            .filter(key -> !words.has(key))
                            .forEach(lacking::add);
                }
            }
        }
        assertThat(lacking).isEmpty();
        assertThat(found).isGreaterThan(80);
    }
}
