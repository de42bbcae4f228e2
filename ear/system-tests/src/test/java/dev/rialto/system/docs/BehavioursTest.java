package dev.rialto.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BehavioursTest {
    private static final Path ROOT = root();
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-E]\\d+)\"\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-E]\\d+) \\| \\S");

    @Test
    void everyBehaviourInTheListIsProvedAndEveryProvedOneIsListed() throws IOException {
        Set<String> proved = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("/src/test/"))
                    .forEach(file -> proved.addAll(found(TAG, file)));
        }
        assertThat(found(ROW, ROOT.resolve("docs/behaviours.md"))).isEqualTo(proved);
    }

    private static Set<String> found(Pattern pattern, Path file) {
        try {
            Set<String> ids = new TreeSet<>();
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                ids.add(matcher.group(1));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
