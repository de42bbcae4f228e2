package dev.rialto.web.parts;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A component that writes itself and has no children. */
abstract class Part extends UIComponentBase {
    static final String NAMESPACE = "rialto";

    @Override
    public String getFamily() {
        return "rialto";
    }

    /** An attribute of the tag as text; null when absent. */
    @Nullable
    String text(String name) {
        Object value = getAttributes().get(name);
        return value == null ? null : value.toString();
    }

    String text(String name, String otherwise) {
        String value = text(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** An attribute the tag must have. */
    <T> T required(String name, Class<T> type) {
        Object value = getAttributes().get(name);
        if (value == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " needs " + name);
        }
        return type.cast(value);
    }

    /** The id of a field; pages with several forms set them apart by a prefix. */
    String id(String field) {
        return text("prefix", "") + field;
    }

    boolean isSet(String name) {
        return Boolean.parseBoolean(text(name));
    }

    static void attribute(ResponseWriter out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeAttribute(name, value, null);
        }
    }

    static void flag(ResponseWriter out, String name, boolean set) throws IOException {
        if (set) {
            out.writeAttribute(name, name, null);
        }
    }

    void element(ResponseWriter out, String name, String style, String content) throws IOException {
        out.startElement(name, this);
        if (!style.isEmpty()) {
            out.writeAttribute("class", style, null);
        }
        out.writeText(content, null);
        out.endElement(name);
    }
}
