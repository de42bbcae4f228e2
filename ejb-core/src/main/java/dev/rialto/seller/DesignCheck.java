package dev.rialto.seller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Reads looks and pages as they come from outside: by schema, with readable colours, cleaned of everything active. */
final class DesignCheck {
    private static final int LARGEST_BYTES = 256 * 1024;
    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3.0;
    private static final int MOST_ERRORS = 50;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchema THEME = schema("theme.schema.json");
    private static final JsonSchema PAGE = schema("page.schema.json");
    private static final List<ThemeDocument.Token> INKS = List.of(
            ThemeDocument.Token.TEXT,
            ThemeDocument.Token.MUTED,
            ThemeDocument.Token.ACCENT,
            ThemeDocument.Token.SALE,
            ThemeDocument.Token.SUCCESS,
            ThemeDocument.Token.DANGER);
    private static final PolicyFactory HTML = new HtmlPolicyBuilder()
            .allowElements("p", "br", "h2", "h3", "ul", "ol", "li", "strong", "em", "b", "i", "blockquote", "a")
            .allowUrlProtocols("https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .requireRelNofollowOnLinks()
            .toFactory();

    private DesignCheck() {}

    private static JsonSchema schema(String name) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ShippedThemes.resource(name));
    }

    /**
     * Reads a look.
     *
     * @throws DomainException {@link SellerError#INVALID_THEME} naming each wrong member; {@code contrast} with the ratio
     *     found, the one needed and the colour it stands on
     */
    static ThemeDocument theme(String json, SiteView.Kind kind) {
        ThemeDocument theme = read(json, THEME, ThemeDocument.class, SellerError.INVALID_THEME);
        Violations violations = new Violations();
        checkColours(violations, "light", theme.light());
        checkColours(violations, "dark", theme.dark());
        violations.check(
                kind == SiteView.Kind.MALL
                        || theme.layout().values().stream()
                                .flatMap(List::stream)
                                .noneMatch(block -> block.kind().equals("shops")),
                "layout",
                "mall_only");
        violations.raise(SellerError.INVALID_THEME);
        return theme.withLayout(theme.layout().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, page -> cleaned(page.getValue()))));
    }

    /**
     * Reads a page.
     *
     * @throws DomainException {@link SellerError#INVALID_PAGE} naming each wrong member
     */
    static PageDocument page(String json) {
        PageDocument page = read(json, PAGE, PageDocument.class, SellerError.INVALID_PAGE);
        return new PageDocument(page.title(), cleaned(page.blocks()));
    }

    private static <T> T read(String json, JsonSchema schema, Class<T> type, SellerError error) {
        if (json.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
            throw error.because("document", "too_large");
        }
        List<FieldError> wrong = schema.validate(parsed(json, error)).stream()
                .limit(MOST_ERRORS)
                .map(DesignCheck::fieldError)
                .distinct()
                .toList();
        if (!wrong.isEmpty()) {
            throw error.because(wrong);
        }
        return Json.read(json, type);
    }

    private static JsonNode parsed(String json, SellerError error) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree == null || tree.isMissingNode()) {
                throw error.because("document", "required");
            }
            return tree;
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null
                    ? "1"
                    : String.valueOf(e.getLocation().getLineNr());
            throw error.because(List.of(new FieldError("document", "not_json", List.of(line))));
        }
    }

    /** {@code $.light.text} becomes {@code light.text}; the code is the schema's word for what is wrong. */
    private static FieldError fieldError(ValidationMessage message) {
        String place = message.getInstanceLocation()
                .toString()
                .replaceFirst("^(\\$\\.?|/)", "")
                .replace('/', '.');
        String named = message.getProperty() == null ? "" : message.getProperty();
        String field = place.isEmpty() ? named : named.isEmpty() ? place : place + "." + named;
        return new FieldError(field.isEmpty() ? "document" : field, message.getType());
    }

    private static void checkColours(Violations violations, String palette, Map<String, String> colours) {
        for (ThemeDocument.Token ink : INKS) {
            for (ThemeDocument.Token paper : List.of(
                    ThemeDocument.Token.BACKGROUND, ThemeDocument.Token.SURFACE, ThemeDocument.Token.ACCENT_SOFT)) {
                requireRatio(violations, palette, colours, ink, paper, READABLE);
            }
        }
        requireRatio(violations, palette, colours, ThemeDocument.Token.ON_ACCENT, ThemeDocument.Token.ACCENT, READABLE);
        requireRatio(violations, palette, colours, ThemeDocument.Token.FOCUS, ThemeDocument.Token.BACKGROUND, VISIBLE);
    }

    private static void requireRatio(
            Violations violations,
            String palette,
            Map<String, String> colours,
            ThemeDocument.Token ink,
            ThemeDocument.Token paper,
            double least) {
        double ratio = Contrast.between(colour(colours, ink), colour(colours, paper));
        violations.check(
                ratio >= least,
                palette + "." + ink.key(),
                "contrast",
                String.format(Locale.ROOT, "%.2f", Math.floor(ratio * 100) / 100),
                least,
                paper.key());
    }

    private static String colour(Map<String, String> colours, ThemeDocument.Token token) {
        String value = colours.get(token.key());
        if (value == null) {
            throw new IllegalStateException("the schema asks for " + token.key());
        }
        return value;
    }

    private static List<PageBlock> cleaned(List<PageBlock> blocks) {
        return blocks.stream().map(DesignCheck::cleaned).toList();
    }

    private static PageBlock cleaned(PageBlock block) {
        Map<String, Map<String, String>> texts = block.texts().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        text -> text.getKey().equals("body")
                                ? each(text.getValue(), HTML::sanitize)
                                : text.getValue()));
        return new PageBlock(block.kind(), block.settings(), texts);
    }

    private static Map<String, String> each(Map<String, String> texts, UnaryOperator<String> change) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> change.apply(text.getValue())));
    }
}
