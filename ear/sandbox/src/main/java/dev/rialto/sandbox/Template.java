package dev.rialto.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with places: {@code {{name}}} is filled in escaped, {@code {{&name}}} with markup of our own. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(&?)([\\w.]+)}}");

    private final String text;

    Template(String file) {
        this.text = new String(resource(file), StandardCharsets.UTF_8);
    }

    static byte[] resource(String file) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values go before words of the same name. */
    String fill(Words words, Map<String, String> values) {
        Matcher places = PLACE.matcher(text);
        StringBuilder page = new StringBuilder();
        while (places.find()) {
            String value =
                    values.containsKey(places.group(2)) ? values.get(places.group(2)) : words.of(places.group(2));
            String shown = places.group(1).isEmpty() ? escape(value) : value;
            places.appendReplacement(page, Matcher.quoteReplacement(shown));
        }
        return places.appendTail(page).toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
