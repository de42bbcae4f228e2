package dev.rialto.web.account;

import dev.rialto.web.shop.Visit;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is kept, in the words of the one it is about: names of fields, codes, times. */
final class KeptText {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.+");

    private final Visit visit;
    private final Map<String, String> regions;

    KeptText(Visit visit, Map<String, String> regions) {
        this.visit = visit;
        this.regions = regions;
    }

    String section(String name) {
        return visit.wording().named("data." + name, name);
    }

    String name(String field) {
        return visit.wording().named("data.field." + field, field.replace('_', ' '));
    }

    /** Nothing for what is not there. */
    String value(String field, JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> "";
            case TRUE -> visit.wording().say("data.yes");
            case FALSE -> visit.wording().say("data.no");
            case STRING -> text(field, ((JsonString) value).getString());
            case ARRAY ->
                value.asJsonArray().stream().map(item -> value(field, item)).collect(Collectors.joining("; "));
            case OBJECT ->
                value.asJsonObject().values().stream()
                        .map(item -> value(field, item))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private String text(String field, String value) {
        if (TIME.matcher(value).matches()) {
            return time(value);
        }
        return switch (field) {
            case "gender", "occupation" -> visit.wording().named(field + "." + value, value);
            case "region" -> regions.getOrDefault(value, value);
            default -> value;
        };
    }

    private String time(String value) {
        try {
            return visit.formats().time(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            return value;
        }
    }
}
