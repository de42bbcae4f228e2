package dev.rialto.web.parts;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** A radio button or check box. Attributes: type, name, value, checked, disabled, required, id. */
@FacesComponent(value = "rialto.Pick", createTag = true, tagName = "pick", namespace = Part.NAMESPACE)
public class Pick extends Part {

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("input", this);
        attribute(out, "type", text("type", "radio"));
        attribute(out, "name", text("name"));
        attribute(out, "value", text("value"));
        attribute(out, "id", text("mark"));
        attribute(out, "data-price", text("price"));
        flag(out, "checked", isSet("checked"));
        flag(out, "disabled", isSet("disabled"));
        flag(out, "required", isSet("required"));
        out.endElement("input");
    }
}
