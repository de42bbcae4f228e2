package dev.rialto.sandbox;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.Strictness;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Records as JSON: snake_case names, lower-case constants, instants as text. */
final class Json {
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .setStrictness(Strictness.STRICT)
            .disableHtmlEscaping()
            .registerTypeAdapter(Instant.class, (JsonSerializer<Instant>)
                    (instant, type, context) -> new JsonPrimitive(instant.toString()))
            .registerTypeAdapter(Instant.class, (JsonDeserializer<Instant>)
                    (json, type, context) -> Instant.parse(json.getAsString()))
            .registerTypeHierarchyAdapter(Enum.class, (JsonSerializer<Enum<?>>) (constant, type, context) ->
                    new JsonPrimitive(constant.name().toLowerCase(Locale.ROOT)))
            .registerTypeHierarchyAdapter(Enum.class, (JsonDeserializer<Enum<?>>)
                    (json, type, context) -> constant((Class<?>) type, json.getAsString()))
            .create();

    private Json() {}

    private static Enum<?> constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum.class::cast)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new JsonParseException("unknown value " + name));
    }

    static String write(Object value) {
        return GSON.toJson(value);
    }

    /** Throws {@link JsonParseException} when the text is no such record. */
    static <T> @Nullable T read(String text, Class<T> type) {
        return GSON.fromJson(text, type);
    }
}
