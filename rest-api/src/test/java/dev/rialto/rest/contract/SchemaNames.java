package dev.rialto.rest.contract;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Names of schemas: the record's, after that of the record around it. */
final class SchemaNames extends TypeNameResolver {
    private final Map<String, Class<?>> known = new TreeMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = name(type);
        Class<?> other = known.put(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException("two schemas are called " + name + ": " + other + " and " + type);
        }
        return name;
    }

    @Override
    public String nameForType(JavaType type, Set<Options> options) {
        return nameForClass(type.getRawClass(), options);
    }

    private static String name(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        boolean isPart = around != null && around.isRecord();
        return isPart ? name(around) + type.getSimpleName() : type.getSimpleName();
    }

    /** The record behind a schema. */
    Class<?> typeOf(String schema) {
        return known.get(schema);
    }
}
