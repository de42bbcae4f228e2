package dev.rialto.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.web.shop.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members read what is kept about them in words: every section that a domain hands out, and every field of it. */
class KeptWordsTest {
    private static final Path DOMAINS = Path.of("../ejb-core/src/main/java");
    private static final Pattern SECTION =
            Pattern.compile("(?:wanted\\.add\\(\\s*|sections\\.put\\()\"([a-z_]+)\",([^;]*?)(\"\"\"|;)");
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z]+) = \"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("select (.*?) from ", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "ja", "zh"})
    void everySectionAndFieldHasAName(String language) throws IOException {
        Wording words = Wording.in(language);
        Map<String, List<String>> kept = kept();
        assertThat(kept).hasSizeGreaterThan(14).containsKeys("profile", "orders", "saved_cards", "greetings");
        kept.forEach((section, fields) -> {
            assertThat(words.named("data." + section, "")).as(section).isNotEmpty();
            assertThat(fields).as(section).isNotEmpty().allSatisfy(field -> assertThat(
                            words.named("data.field." + field, field.equals("currency") ? "beside amounts" : ""))
                    .as(field)
                    .isNotEmpty());
        });
    }

    private static Map<String, List<String>> kept() throws IOException {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(DOMAINS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                read(Files.readString(file), kept);
            }
        }
        return kept;
    }

    private static void read(String source, Map<String, List<String>> kept) {
        Matcher section = SECTION.matcher(source);
        while (section.find()) {
            kept.put(section.group(1), fields(sql(source, section)));
        }
    }

    private static String sql(String source, Matcher section) {
        if (section.group(3).equals(";")) {
            Matcher constant = CONSTANT.matcher(source);
            while (constant.find()) {
                if (section.group(2).contains(constant.group(1))) {
                    return constant.group(2);
                }
            }
            return section.group(2).substring(section.group(2).indexOf("select"));
        }
        return source.substring(section.end(), source.indexOf("\"\"\"", section.end()));
    }

    /** The names of the columns, without what stands in parentheses. */
    private static List<String> fields(String sql) {
        String flat = sql.replaceAll("\\s+", " ");
        for (String inner = ""; !inner.equals(flat); flat = flat.replaceAll("\\([^()]*\\)", "")) {
            inner = flat;
        }
        Matcher selected = SELECTED.matcher(flat);
        List<String> fields = new ArrayList<>();
        if (selected.find()) {
            for (String column : selected.group(1).split(",")) {
                String[] parts = column.strip().split("[ .]");
                fields.add(parts[parts.length - 1]);
            }
        }
        return fields;
    }
}
