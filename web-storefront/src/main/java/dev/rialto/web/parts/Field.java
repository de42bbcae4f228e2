package dev.rialto.web.parts;

import dev.rialto.web.shop.Form;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A labelled input of a {@link Form}, with its hint and its error beside it.
 *
 * <p>Attributes: form, name, type (text, email, tel, password, area), autocomplete, inputmode, optional, longest, hint,
 * label, prefix (of the id, where a page has several forms).
 */
@FacesComponent(value = "rialto.Field", createTag = true, tagName = "field", namespace = Part.NAMESPACE)
public class Field extends Part {

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        Form form = required("form", Form.class);
        String name = text("name", "");
        String error = form.error(name);
        out.startElement("p", this);
        attribute(out, "class", "field" + (error == null ? "" : " has-error") + " field-" + name);
        label(out, form, name);
        String hint = text("hint");
        if (hint != null) {
            describe(out, "hint", id(name) + "-hint", hint);
        }
        if (error != null) {
            describe(out, "problem", id(name) + "-error", error);
        }
        input(out, form, name, error, hint);
        out.endElement("p");
    }

    private void label(ResponseWriter out, Form form, String name) throws IOException {
        out.startElement("label", this);
        attribute(out, "for", id(name));
        out.writeText(text("label", form.label(name)), null);
        if (isSet("optional")) {
            out.writeText(" ", null);
            element(out, "small", "", form.optionalMark());
        }
        out.endElement("label");
    }

    private void describe(ResponseWriter out, String style, String id, String content) throws IOException {
        out.startElement("span", this);
        attribute(out, "class", style);
        attribute(out, "id", id);
        out.writeText(content, null);
        out.endElement("span");
    }

    private void input(ResponseWriter out, Form form, String name, @Nullable String error, @Nullable String hint)
            throws IOException {
        String type = text("type", "text");
        boolean area = type.equals("area");
        out.startElement(area ? "textarea" : "input", this);
        attribute(out, "id", id(name));
        attribute(out, "name", name);
        if (area) {
            attribute(out, "rows", "3");
        } else {
            attribute(out, "type", type);
            attribute(out, "value", type.equals("password") ? null : form.value(name));
        }
        attribute(out, "autocomplete", text("autocomplete"));
        attribute(out, "inputmode", text("inputmode"));
        attribute(out, "maxlength", text("longest", "200"));
        flag(out, "required", !isSet("optional"));
        attribute(out, "aria-invalid", error == null ? null : "true");
        attribute(out, "aria-describedby", described(id(name), error, hint));
        if (area) {
            out.writeText(form.value(name), null);
        }
        out.endElement(area ? "textarea" : "input");
    }

    private static @Nullable String described(String name, @Nullable String error, @Nullable String hint) {
        String ids = (hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error");
        return ids.isEmpty() ? null : ids.strip();
    }
}
