package dev.rialto.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inputs of a page. */
record Inputs(List<Map<String, String>> all) {
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");

    static Inputs of(String html) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Matcher input = INPUT.matcher(html); input.find(); ) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (Matcher attribute = ATTRIBUTE.matcher(input.group(1)); attribute.find(); ) {
                attributes.put(
                        attribute.group(1),
                        Optional.ofNullable(attribute.group(2)).orElse("").replace("&amp;", "&"));
            }
            all.add(attributes);
        }
        return new Inputs(all);
    }

    /** The first value that can be chosen or is given under a name. */
    Optional<String> value(String name) {
        return all.stream()
                .filter(input -> name.equals(input.get("name")) && !input.containsKey("disabled"))
                .map(input -> input.getOrDefault("value", ""))
                .findFirst();
    }

    /** For each name with this start its first choice. */
    Map<String, String> choices(String start) {
        Map<String, String> choices = new LinkedHashMap<>();
        all.stream()
                .filter(input -> input.getOrDefault("name", "").startsWith(start))
                .forEach(input -> choices.putIfAbsent(input.getOrDefault("name", ""), input.getOrDefault("value", "")));
        return choices;
    }
}
