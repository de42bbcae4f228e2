package dev.rialto.web.console.part;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** A link among several of which one is where the reader is; {@code count} may stand behind it. */
@FacesComponent(value = "dev.rialto.console.Tab", createTag = true, tagName = "tab", namespace = "rialto.console")
public class Tab extends UIComponentBase {

    @Override
    public String getFamily() {
        return "dev.rialto.console";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("a", this);
        out.writeAttribute("href", text("href"), null);
        if (Boolean.parseBoolean(text("current"))) {
            out.writeAttribute("aria-current", "page", null);
        }
        out.writeText(text("label"), null);
        if (!text("count").isEmpty()) {
            out.startElement("span", this);
            out.writeAttribute("class", "count", null);
            out.writeText(text("count"), null);
            out.endElement("span");
        }
        out.endElement("a");
    }

    private String text(String attribute) {
        Object value = getAttributes().get(attribute);
        return value == null ? "" : value.toString();
    }
}
