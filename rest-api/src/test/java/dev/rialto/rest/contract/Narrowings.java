package dev.rialto.rest.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Bounds of what clients send that are tighter than they were and versions they must name by now, which the library that
 * compares documents passes over: what was right yesterday would be refused today.
 */
final class Narrowings {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> UPPER = List.of("maxLength", "maxItems", "maximum", "maxProperties");
    private static final List<String> LOWER = List.of("minLength", "minItems", "minimum", "minProperties");

    private static final String VERSION_NEEDED = "428";

    private final JsonNode before;
    private final JsonNode now;
    private final List<String> found = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    private Narrowings(JsonNode before, JsonNode now) {
        this.before = before;
        this.now = now;
    }

    /** One line for each bound that became tighter. */
    static List<String> between(String before, String now) {
        try {
            Narrowings narrowings = new Narrowings(MAPPER.readTree(before), MAPPER.readTree(now));
            narrowings.look();
            return narrowings.found;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look() {
        compare("/components/parameters");
        before.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    String place = "/paths/" + path.getKey().replace("/", "~1") + "/" + operation.getKey();
                    compare(place + "/parameters");
                    compare(place + "/requestBody");
                    precondition(path.getKey(), operation.getKey());
                }));
    }

    /** What a client might leave out yesterday and must name today breaks it, though the library sees one more refusal alone. */
    private void precondition(String path, String operation) {
        String place = "/paths/" + path.replace("/", "~1") + "/" + operation + "/responses";
        if (now.at(place).has(VERSION_NEEDED) && !before.at(place).has(VERSION_NEEDED)) {
            found.add("- **Breaking**: `" + operation.toUpperCase(Locale.ROOT) + " " + path + "` needs an `If-Match`.");
        }
    }

    private void compare(String root) {
        Deque<String> places = new ArrayDeque<>(List.of(root));
        while (!places.isEmpty()) {
            String place = places.pop();
            JsonNode old = before.at(place);
            if (!seen.add(place) || old.isMissingNode()) {
                continue;
            }
            bounds(place, old, now.at(place));
            old.fieldNames()
                    .forEachRemaining(name ->
                            places.push(place + "/" + name.replace("~", "~0").replace("/", "~1")));
            for (int i = 0; old.isArray() && i < old.size(); i++) {
                places.push(place + "/" + i);
            }
            if (old.has("$ref")) {
                places.push(old.get("$ref").asText().substring(1));
            }
        }
    }

    private void bounds(String place, JsonNode old, JsonNode fresh) {
        for (String bound : UPPER) {
            boolean isTighter = fresh.path(bound).isNumber()
                    && (!old.has(bound)
                            || fresh.get(bound).asDouble() < old.get(bound).asDouble());
            tell(isTighter, place, bound);
        }
        for (String bound : LOWER) {
            boolean isTighter = fresh.path(bound).isNumber()
                    && fresh.get(bound).asDouble() > old.path(bound).asDouble(Double.NEGATIVE_INFINITY);
            tell(isTighter, place, bound);
        }
        boolean hasPattern = fresh.path("pattern").isTextual();
        tell(hasPattern && !fresh.get("pattern").equals(old.get("pattern")), place, "pattern");
    }

    private void tell(boolean isTighter, String place, String bound) {
        if (isTighter) {
            found.add("- **Breaking**: `" + place + "` has a tighter `" + bound + "`.");
        }
    }
}
