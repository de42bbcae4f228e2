package dev.rialto.rest.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says of each schema what its record is, and which fields are always there. */
final class SchemaText {
    private final SchemaNames names;
    private final Words words;

    SchemaText(SchemaNames names, Words words) {
        this.names = names;
        this.words = words;
    }

    @SuppressWarnings("rawtypes")
    void complete(OpenAPI document) {
        Map<String, Schema> schemas = new TreeMap<>(document.getComponents().getSchemas());
        schemas.forEach((name, schema) -> describe(schema, names.typeOf(name)));
        document.getComponents().setSchemas(schemas);
    }

    private void describe(Schema<?> schema, Class<?> type) {
        String about = words.of(type);
        schema.setDescription(about.isEmpty() ? null : about);
        List<String> required = new ArrayList<>();
        for (RecordComponent part : type.getRecordComponents()) {
            Schema<?> field = schema.getProperties().get(part.getName());
            boolean mayMiss = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!mayMiss) {
                required.add(part.getName());
            }
            String meaning = words.of(type, part.getName());
            if (!meaning.isEmpty() && field.get$ref() == null) {
                field.setDescription(meaning);
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }
}
