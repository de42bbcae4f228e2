package dev.rialto.web.account;

import dev.rialto.kernel.MallNote;
import dev.rialto.kernel.Money;
import dev.rialto.web.shop.Visit;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is kept, in the words of the one it is about: names of fields, codes, amounts, times. */
final class KeptText {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.+");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> AMOUNTS = Set.of("total", "amount", "refund_amount", "extra_amount", "back");
    /** Where the mall writes itself what else a person writes. */
    private static final Set<String> NOTES = Set.of("reason", "note");
    /** Codes that other pages of the shop have words for. */
    private static final Map<String, String> WORDS = Map.of(
            "orders.state", "order.state",
            "orders.payment_method", "pay",
            "returns.state", "return.state",
            "returns.ground", "return.ground",
            "returns.wish", "return.wish",
            "notices.reason", "report.reason");

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

    /**
     * Nothing for what is not there.
     *
     * @param kept the record it stands in, which has its currency
     */
    String value(String section, JsonObject kept, String field, JsonValue value) {
        return value(section, kept.getString("currency", ""), field, value);
    }

    private String value(String section, String currency, String field, JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> "";
            case TRUE -> visit.wording().say("data.yes");
            case FALSE -> visit.wording().say("data.no");
            case STRING -> text(section, field, ((JsonString) value).getString());
            case ARRAY ->
                value.asJsonArray().stream()
                        .map(item -> value(section, currency, field, item))
                        .collect(Collectors.joining("; "));
            case OBJECT ->
                value.asJsonObject().entrySet().stream()
                        .map(item -> value(section, currency, item.getKey(), item.getValue()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", "));
            case NUMBER -> number(currency, field, (JsonNumber) value);
        };
    }

    private String number(String currency, String field, JsonNumber value) {
        return AMOUNTS.contains(field) && !currency.isEmpty()
                ? visit.formats().money(new Money(value.longValueExact(), currency))
                : value.toString();
    }

    private String text(String section, String field, String value) {
        if (TIME.matcher(value).matches()) {
            return time(value);
        }
        return switch (field) {
            case "gender", "occupation" -> visit.wording().named(field + "." + value, value);
            case "region" -> regions.getOrDefault(value, value);
            case "language" ->
                Locale.forLanguageTag(value).getDisplayLanguage(visit.wording().locale());
            case "country" -> country(value);
            default -> code(section, field, value);
        };
    }

    private String country(String code) {
        return code.matches("[A-Z]{2}")
                ? new Locale.Builder()
                        .setRegion(code)
                        .build()
                        .getDisplayCountry(visit.wording().locale())
                : code;
    }

    private String code(String section, String field, String value) {
        String place = section + "." + field;
        if (WORDS.containsKey(place)) {
            return visit.wording().named(WORDS.get(place) + "." + value, value);
        }
        if (NOTES.contains(field)) {
            return MallNote.said(value, visit.wording().locale());
        }
        return DAY.matcher(value).matches()
                ? visit.formats().date(LocalDate.parse(value))
                : visit.wording().named("data.code." + place + "." + value, value);
    }

    private String time(String value) {
        try {
            return visit.formats().time(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            return value;
        }
    }
}
