package dev.rialto.web.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The words of the pages in one language. */
public final class Wording {
    /** The languages the pages speak. */
    public static final List<String> LANGUAGES = List.of("ko", "en", "ja", "zh");

    private static final Map<String, Wording> ALL = readAll();

    private final String language;
    private final Locale locale;
    private final Map<String, String> texts;

    private Wording(String language, Map<String, String> texts) {
        this.language = language;
        this.locale = localeOf(language);
        this.texts = texts;
    }

    /** The words in a language; English for one the pages do not speak. */
    public static Wording in(String language) {
        Wording wording = ALL.get(language);
        return wording == null ? ALL.getOrDefault("en", new Wording("en", Map.of())) : wording;
    }

    public String language() {
        return language;
    }

    public Locale locale() {
        return locale;
    }

    public Map<String, String> texts() {
        return texts;
    }

    /** A text with its places {0}, {1} filled; the key itself when there is no such text. */
    public String say(String key, Object... values) {
        String text = texts.getOrDefault(key, key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The text of a key, else what somebody else calls it. */
    public String named(String key, String otherwise) {
        return texts.getOrDefault(key, otherwise);
    }

    /** A text about a number of things; languages with a singular have it under key.one. */
    public String count(String key, long number) {
        String singular = key + ".one";
        return say(number == 1 && texts.containsKey(singular) ? singular : key, number);
    }

    /** The text of a key, else of another. */
    public String first(String key, String otherwise) {
        String text = texts.get(key);
        return text == null ? say(otherwise) : text;
    }

    private static Locale localeOf(String language) {
        return switch (language) {
            case "ko" -> Locale.KOREA;
            case "ja" -> Locale.JAPAN;
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            default -> Locale.US;
        };
    }

    private static Map<String, Wording> readAll() {
        Map<String, Wording> all = new HashMap<>();
        for (String language : LANGUAGES) {
            all.put(language, new Wording(language, read(language)));
        }
        return Map.copyOf(all);
    }

    private static Map<String, String> read(String language) {
        String file = "/dev/rialto/web/wording_" + language + ".properties";
        try (InputStream stream = Wording.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            Map<String, String> texts = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
