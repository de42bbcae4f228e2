package dev.rialto.web.console.part;

import dev.rialto.web.console.Visit;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** One of several that share a name; {@code checked} already knows what was typed. */
@FacesComponent(value = "dev.rialto.console.Radio", createTag = true, tagName = "radio", namespace = "rialto.console")
public class Radio extends Part {

    @Override
    void encodeInside(ResponseWriter out, Visit visit, String problem) throws IOException {
        out.startElement("label", this);
        out.writeAttribute("class", "tick", null);
        out.startElement("input", this);
        out.writeAttribute("type", "radio", null);
        out.writeAttribute("name", text("name"), null);
        out.writeAttribute("value", text("item"), null);
        if (flag("checked")) {
            out.writeAttribute("checked", "checked", null);
        }
        out.endElement("input");
        out.startElement("span", this);
        out.writeText(text("label"), null);
        out.endElement("span");
        out.endElement("label");
    }
}
