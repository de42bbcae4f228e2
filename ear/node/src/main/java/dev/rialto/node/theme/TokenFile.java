package dev.rialto.node.theme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code theme.json}: only known names, each in its form. */
final class TokenFile {
    private static final String FILE = "theme.json";
    private static final Set<String> NAMES =
            Set.of("light", "dark", "bodyFont", "headingFont", "cornerPx", "header", "name", "slogan");
    private static final Set<String> COLOURS = Set.of(
            "background",
            "surface",
            "text",
            "muted",
            "border",
            "accent",
            "on-accent",
            "accent-soft",
            "sale",
            "success",
            "danger",
            "focus");
    private static final List<String> FONTS = List.of("sans", "serif", "rounded", "mono");
    private static final List<String> HEADERS = List.of("bar", "centered", "split");
    private static final int LARGEST_CORNER = 24;
    private static final int LONGEST_TEXT = 200;

    private TokenFile() {}

    static Look.Tokens read(byte[] json) throws IOException {
        JsonNode root = parsed(json);
        root.fieldNames().forEachRemaining(name -> require(NAMES.contains(name), name, "is not known"));
        return new Look.Tokens(
                colours(root, "light"),
                colours(root, "dark"),
                one(root, "bodyFont", FONTS),
                one(root, "headingFont", FONTS),
                corner(root),
                one(root, "header", HEADERS),
                text(root, "name"),
                texts(root));
    }

    private static JsonNode parsed(byte[] json) throws IOException {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            require(root != null && root.isObject(), "", "is no JSON object");
            return root;
        } catch (JsonProcessingException e) {
            throw new ThemeProblem(FILE + ": no JSON (line " + e.getLocation().getLineNr() + ")");
        }
    }

    private static Map<String, String> colours(JsonNode root, String name) {
        Map<String, String> colours = new LinkedHashMap<>();
        JsonNode palette = root.path(name);
        require(palette.isMissingNode() || palette.isObject(), name, "is a group of colours");
        palette.fields().forEachRemaining(colour -> {
            String place = name + "." + colour.getKey();
            require(COLOURS.contains(colour.getKey()), place, "is not known");
            require(colour.getValue().asText().matches("#[0-9a-fA-F]{6}"), place, "is written as #rrggbb");
            colours.put(colour.getKey(), colour.getValue().asText());
        });
        return colours;
    }

    private static @Nullable String one(JsonNode root, String name, List<String> of) {
        String text = text(root, name);
        require(text == null || of.contains(text), name, "is one of " + String.join(", ", of));
        return text;
    }

    private static @Nullable Integer corner(JsonNode root) {
        JsonNode corner = root.path("cornerPx");
        if (corner.isMissingNode()) {
            return null;
        }
        boolean fits = corner.isInt() && corner.intValue() >= 0 && corner.intValue() <= LARGEST_CORNER;
        require(fits, "cornerPx", "is a number from 0 to " + LARGEST_CORNER);
        return corner.intValue();
    }

    private static @Nullable String text(JsonNode root, String name) {
        JsonNode text = root.path(name);
        if (text.isMissingNode()) {
            return null;
        }
        boolean fits = text.isTextual()
                && !text.textValue().isBlank()
                && text.textValue().length() <= LONGEST_TEXT;
        require(fits, name, "is a text of 1 to " + LONGEST_TEXT + " characters");
        return text.textValue().strip();
    }

    private static Map<String, String> texts(JsonNode root) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonNode slogan = root.path("slogan");
        require(slogan.isMissingNode() || slogan.isObject(), "slogan", "is a group of texts by language");
        slogan.fieldNames().forEachRemaining(language -> {
            require(language.matches("ko|en|ja|zh"), "slogan." + language, "is not a language of the pages");
            texts.put(language, java.util.Objects.requireNonNull(text(slogan, language)));
        });
        return texts;
    }

    private static void require(boolean fits, String place, String rule) {
        if (!fits) {
            throw new ThemeProblem(FILE + ": " + (place.isEmpty() ? "it " : place + " ") + rule);
        }
    }
}
