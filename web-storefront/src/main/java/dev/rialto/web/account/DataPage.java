package dev.rialto.web.account;

import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Visit;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /** @param regions code to name */
    static DataPage of(String json, Visit visit, Map<String, String> regions, Form erasure) {
        KeptText words = new KeptText(visit, regions);
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject all = reader.readObject();
            return new DataPage(
                    all.keySet().stream()
                            .map(name -> section(name, all.getJsonArray(name), words))
                            .filter(section -> !section.entries().isEmpty())
                            .toList(),
                    erasure);
        }
    }

    private static Section section(String name, JsonArray records, KeptText words) {
        List<Entry> entries = records.stream()
                .map(kept -> new Entry(facts(name, kept.asJsonObject(), words)))
                .toList();
        return new Section(words.section(name), entries);
    }

    private static List<Fact> facts(String section, JsonObject kept, KeptText words) {
        List<Fact> facts = new ArrayList<>();
        kept.forEach((name, value) -> {
            String text = words.value(section, kept, name, value);
            if (!text.isEmpty() && !name.equals("currency")) {
                facts.add(new Fact(words.name(name), text));
            }
        });
        return facts;
    }
}
