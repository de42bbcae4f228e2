package dev.rialto.rest.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Examples of bodies and parameters, put together from one value for each name of a field. */
final class Examples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OpenAPI document;
    private final Properties values = Frame.texts("examples.properties");
    private final Set<String> missing = new TreeSet<>();

    Examples(OpenAPI document) {
        this.document = document;
    }

    /** Puts an example on every body and parameter; fails when a field has no value. */
    void fill() {
        document.getPaths().values().forEach(path -> path.readOperations().forEach(this::fill));
        document.getComponents().getParameters().values().forEach(this::fill);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("examples.properties has no value for " + missing);
        }
    }

    private void fill(Operation operation) {
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().forEach(this::fill);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.get$ref() == null)
                    .forEach(this::fill);
        }
        operation.getResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .forEach(response -> response.getContent().values().forEach(this::fill));
    }

    private void fill(Parameter parameter) {
        parameter.setExample(scalar("parameter", parameter.getName(), parameter.getSchema()));
        String about = values.getProperty("about." + parameter.getName());
        if (parameter.getDescription() == null) {
            parameter.setDescription(about);
        }
        if (parameter.getDescription() == null) {
            missing.add("about." + parameter.getName());
        }
    }

    private void fill(MediaType media) {
        Schema<?> schema = media.getSchema();
        if (schema.get$ref() != null || "object".equals(schema.getType())) {
            media.setExample(value("", "", schema, new ArrayDeque<>()));
        }
    }

    private JsonNode value(String owner, String field, Schema<?> schema, Deque<String> around) {
        if (schema.get$ref() != null) {
            String name = schema.get$ref().replaceFirst(".*/", "");
            return object(name, document.getComponents().getSchemas().get(name), around);
        }
        if (schema.getItems() != null) {
            return array(owner, field, schema, around);
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> each) {
            ObjectNode map = JSON.objectNode();
            map.set(key(owner, field), value(owner, field + ".value", each, around));
            return map;
        }
        return scalar(owner, field, schema);
    }

    private JsonNode array(String owner, String field, Schema<?> schema, Deque<String> around) {
        ArrayNode array = JSON.arrayNode();
        Schema<?> item = schema.getItems();
        String name = item.get$ref() == null ? "" : item.get$ref().replaceFirst(".*/", "");
        if (!around.contains(name)) {
            array.add(value(owner, field, item, around));
        }
        return array;
    }

    private String key(String owner, String field) {
        String key = found(owner, field + ".key");
        return key == null ? "en" : key;
    }

    private ObjectNode object(String name, Schema<?> schema, Deque<String> around) {
        ObjectNode object = JSON.objectNode();
        around.push(name);
        schema.getProperties().forEach((field, part) -> object.set(field, value(name, field, part, around)));
        around.pop();
        return object;
    }

    private JsonNode scalar(String owner, String field, Schema<?> schema) {
        String value = found(owner, field);
        if ("boolean".equals(schema.getType())) {
            return JSON.booleanNode(value == null || Boolean.parseBoolean(value));
        }
        if ("integer".equals(schema.getType())) {
            return JSON.numberNode(value == null || !value.matches("-?\\d+") ? 1 : Long.parseLong(value));
        }
        if ("date-time".equals(schema.getFormat())) {
            return JSON.textNode("2026-03-02T09:30:00Z");
        }
        if ("date".equals(schema.getFormat())) {
            return JSON.textNode("2026-03-16");
        }
        return text(owner, field, value);
    }

    private JsonNode text(String owner, String field, @Nullable String value) {
        if (value == null) {
            if (field.isEmpty()) {
                return JSON.objectNode();
            }
            missing.add(owner + "." + field);
            return JSON.textNode("");
        }
        return JSON.textNode(value);
    }

    private @Nullable String found(String owner, String field) {
        return values.getProperty(owner + "." + field, values.getProperty(field));
    }

    static JsonNode problem(int status, String code) {
        try {
            return MAPPER.readTree("""
                    {"type": "urn:rialto:problem:%s", "title": "%s", "status": %d, "code": "%s",
                     "requestId": "4bf92f3577b34da6a3ce929d0e0e4736", "errors": []}""".formatted(code, code.replace('_', ' '), status, code));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
