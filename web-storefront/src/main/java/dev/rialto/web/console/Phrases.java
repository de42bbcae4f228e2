package dev.rialto.web.console;

import java.text.MessageFormat;
import java.util.AbstractMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

/** The console's words in one language; a template reads them like a map. */
public final class Phrases extends AbstractMap<String, String> {
    /** The languages of the console, the first being the one for everybody else. */
    public static final List<String> LANGUAGES = List.of("en", "ko", "ja", "zh");

    private static final String BUNDLE = "dev.rialto.web.console.console";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Phrases(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Phrases.class.getClassLoader(), EXACT);
    }

    /** The words in a language of the console; in English when it has none of that name. */
    public static Phrases in(String language) {
        return new Phrases(Locale.forLanguageTag(LANGUAGES.contains(language) ? language : LANGUAGES.get(0)));
    }

    public Locale locale() {
        return locale;
    }

    public String language() {
        return locale.getLanguage();
    }

    /** The text of a key; the key itself when there is none, so that the gap is seen. */
    @Override
    public String get(Object key) {
        String name = String.valueOf(key);
        return bundle.containsKey(name) ? bundle.getString(name) : name;
    }

    /** The text of a key with its places filled. */
    public String say(String key, Object... arguments) {
        return arguments.length == 0 ? get(key) : new MessageFormat(get(key), locale).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return bundle.keySet().stream()
                .map(key -> Map.entry(key, bundle.getString(key)))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
