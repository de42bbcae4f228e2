package dev.rialto.web.parts;

import dev.rialto.web.shop.Form;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Map;

/** A labelled list to choose one value from. Attributes: form, name, options (value to label), autocomplete, prefix. */
@FacesComponent(value = "rialto.Choices", createTag = true, tagName = "choices", namespace = Part.NAMESPACE)
public class Choices extends Part {

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        Form form = required("form", Form.class);
        String name = text("name", "");
        out.startElement("p", this);
        attribute(out, "class", "field field-" + name);
        out.startElement("label", this);
        attribute(out, "for", id(name));
        out.writeText(form.label(name), null);
        out.endElement("label");
        out.startElement("select", this);
        attribute(out, "id", id(name));
        attribute(out, "name", name);
        attribute(out, "autocomplete", text("autocomplete"));
        for (Map.Entry<?, ?> option : ((Map<?, ?>) required("options", Map.class)).entrySet()) {
            option(out, String.valueOf(option.getKey()), String.valueOf(option.getValue()), form.value(name));
        }
        out.endElement("select");
        out.endElement("p");
    }

    private void option(ResponseWriter out, String value, String label, String chosen) throws IOException {
        out.startElement("option", this);
        attribute(out, "value", value);
        flag(out, "selected", value.equals(chosen));
        out.writeText(label, null);
        out.endElement("option");
    }
}
