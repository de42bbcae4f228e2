package dev.rialto.web.console.part;

import dev.rialto.web.console.Visit;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** A box to tick. */
@FacesComponent(value = "dev.rialto.console.Tick", createTag = true, tagName = "tick", namespace = "rialto.console")
public class Tick extends Part {

    @Override
    void encodeInside(ResponseWriter out, Visit visit, String problem) throws IOException {
        out.startElement("label", this);
        out.writeAttribute("class", "tick", null);
        out.startElement("input", this);
        out.writeAttribute("type", "checkbox", null);
        encodeCommon(out, problem);
        out.writeAttribute("value", text("item").isEmpty() ? "yes" : text("item"), null);
        if (visit.typedTick(text("name"), text("item"), flag("checked"))) {
            out.writeAttribute("checked", "checked", null);
        }
        out.endElement("input");
        out.startElement("span", this);
        out.writeText(text("label"), null);
        out.endElement("span");
        out.endElement("label");
    }
}
