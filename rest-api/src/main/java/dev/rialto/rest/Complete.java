package dev.rialto.rest;

import dev.rialto.kernel.Violations;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees to it that a body has every field that may not be missing: those whose type is not nullable. */
final class Complete {
    private Complete() {}

    static void check(Object body) {
        Violations missing = new Violations();
        look(body, "", missing);
        missing.raise(GatewayError.INVALID_BODY);
    }

    private static void look(Object value, String path, Violations missing) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                field(list.get(i), path + i, false, missing);
            }
        } else if (value.getClass().isRecord()) {
            for (RecordComponent part : value.getClass().getRecordComponents()) {
                boolean mayMiss = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
                field(read(part, value), path + part.getName(), mayMiss, missing);
            }
        }
    }

    private static void field(@Nullable Object value, String path, boolean mayMiss, Violations missing) {
        if (value != null) {
            look(value, path + ".", missing);
        } else {
            missing.check(mayMiss, path, "required");
        }
    }

    private static @Nullable Object read(RecordComponent part, Object record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the contract's records are public", e);
        }
    }
}
