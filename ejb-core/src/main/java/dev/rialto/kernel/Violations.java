package dev.rialto.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects every wrong field of one request, so that a person mends them all at once. */
public final class Violations {
    private final List<FieldError> errors = new ArrayList<>();

    public Violations add(String field, String code, Object... arguments) {
        errors.add(new FieldError(
                field,
                code,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList()));
        return this;
    }

    /** Text that must be there and fit. */
    public Violations text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return add(field, "required");
        }
        return optionalText(field, value, longest);
    }

    /** Text that may be missing but must fit. */
    public Violations optionalText(String field, @Nullable String value, int longest) {
        if (value != null && value.codePointCount(0, value.length()) > longest) {
            add(field, "too_long", longest);
        }
        return this;
    }

    public Violations check(boolean holds, String field, String code, Object... arguments) {
        return holds ? this : add(field, code, arguments);
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** What was found so far. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Throws one exception with all that was found; does nothing when all is well. */
    public void raise(ErrorCode code) {
        if (!errors.isEmpty()) {
            throw code.because(errors);
        }
    }
}
