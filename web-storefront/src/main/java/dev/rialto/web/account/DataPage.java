package dev.rialto.web.account;

import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Wording;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept about the member, as text to read.
 *
 * @param erasure the form that asks for the password before the person is erased
 */
public record DataPage(List<Section> sections, Form erasure) {
    public DataPage {
        sections = List.copyOf(sections);
    }

    /** What one domain keeps. */
    public record Section(String title, List<Entry> entries) {
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /** One thing kept, with its facts. */
    public record Entry(List<Fact> facts) {
        public Entry {
            facts = List.copyOf(facts);
        }
    }

    /** A name and what it is. */
    public record Fact(String name, String value) {}

    static DataPage of(String json, Wording wording, Form erasure) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject all = reader.readObject();
            return new DataPage(
                    all.keySet().stream()
                            .map(name -> section(name, all.getJsonArray(name), wording))
                            .filter(section -> !section.entries().isEmpty())
                            .toList(),
                    erasure);
        }
    }

    private static Section section(String name, JsonArray records, Wording wording) {
        List<Entry> entries = records.stream()
                .map(kept -> new Entry(facts(kept.asJsonObject(), wording)))
                .toList();
        return new Section(wording.named("data." + name, name), entries);
    }

    private static List<Fact> facts(JsonObject kept, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        kept.forEach((name, value) -> {
            String text = text(value);
            if (!text.isEmpty()) {
                facts.add(new Fact(wording.named("data.field." + name, name.replace('_', ' ')), text));
            }
        });
        return facts;
    }

    private static String text(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> "";
            case STRING -> ((JsonString) value).getString();
            case ARRAY ->
                String.join(
                        "; ", value.asJsonArray().stream().map(DataPage::text).toList());
            case OBJECT ->
                String.join(
                        ", ",
                        value.asJsonObject().values().stream()
                                .map(DataPage::text)
                                .filter(text -> !text.isEmpty())
                                .toList());
            default -> value.toString();
        };
    }
}
