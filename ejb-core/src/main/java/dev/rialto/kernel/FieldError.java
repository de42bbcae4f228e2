package dev.rialto.kernel;

import java.util.List;

/**
 * One wrong field.
 *
 * @param field the field as the caller named it, in dotted form: {@code lines.0.quantity}
 * @param code stable name of the reason: {@code required}, {@code too_long}
 * @param arguments what the message needs: the limit, the value found
 */
public record FieldError(String field, String code, List<String> arguments) {
    public FieldError {
        arguments = List.copyOf(arguments);
    }

    public FieldError(String field, String code) {
        this(field, code, List.of());
    }
}
