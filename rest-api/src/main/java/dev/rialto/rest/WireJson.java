package dev.rialto.rest;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.rialto.kernel.DomainException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;

/**
 * JSON of the partner contract. What is read must be just what the operation knows: no other field, no number written as
 * text, nothing deeper or longer than a request can need (A16).
 */
public final class WireJson {
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 100_000;
    private static final ObjectMapper MAPPER = mapper();

    private WireJson() {}

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        ObjectMapper mapper = JsonMapper.builder(factory)
                .addModule(new SimpleModule()
                        .addSerializer(Instant.class, ToStringSerializer.instance)
                        .addSerializer(LocalDate.class, ToStringSerializer.instance)
                        .addDeserializer(String.class, new PlainText())
                        .addDeserializer(LocalDate.class, new Day()))
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /**
     * Reads a body.
     *
     * @throws DomainException {@link GatewayError#INVALID_BODY} naming the place
     */
    static <T> T read(byte[] body, Class<T> type) {
        try {
            walk(body);
            T value = MAPPER.readValue(body, type);
            if (value == null) {
                throw GatewayError.INVALID_BODY.because("", "required");
            }
            Complete.check(value);
            return value;
        } catch (StreamConstraintsException e) {
            throw tooMuch(e);
        } catch (JsonParseException e) {
            throw GatewayError.INVALID_BODY.because("", "not_json");
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof StreamConstraintsException bounds) {
                throw tooMuch(bounds);
            }
            throw GatewayError.INVALID_BODY.because(path(e), reason(e));
        } catch (IOException e) {
            throw GatewayError.INVALID_BODY.because("", "not_json");
        }
    }

    /** Whether it is JSON of bearable depth is found before what it means: binding stops at the first field that is wrong. */
    private static void walk(byte[] body) throws IOException {
        try (JsonParser tokens = MAPPER.getFactory().createParser(body)) {
            while (tokens.nextToken() != null) {
                // only looked at
            }
        }
    }

    /** Depth is a matter of the form, length one of the content. */
    private static DomainException tooMuch(StreamConstraintsException e) {
        return e.getOriginalMessage().contains("depth")
                ? GatewayError.BODY_TOO_DEEP.because("", "too_deep")
                : GatewayError.INVALID_BODY.because("", "not_json");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof UnfitText) {
            return "invalid_characters";
        }
        if (e instanceof com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException) {
            return "unknown_field";
        }
        return e.getCause() instanceof JsonProcessingException ? "not_json" : "wrong_type";
    }

    /** Is this a text that can be kept? The database takes no NUL, and half a character is none. */
    static boolean isKeepable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** A text that cannot be kept. */
    private static final class UnfitText extends JsonMappingException {
        private static final long serialVersionUID = 1;

        UnfitText(JsonParser parser) {
            super(parser, "not a text that can be kept");
        }
    }

    private static final class PlainText extends StdDeserializer<String> {
        private static final long serialVersionUID = 1;

        PlainText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && !isKeepable(text)) {
                throw new UnfitText(parser);
            }
            return text;
        }
    }

    private static final class Day extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1;

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException wrong) {
                throw context.weirdStringException(text, LocalDate.class, "no day of the calendar");
            }
        }
    }
}
