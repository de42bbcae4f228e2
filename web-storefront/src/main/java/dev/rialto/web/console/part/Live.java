package dev.rialto.web.console.part;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** A part of the page that the script renews by itself while {@code running}. */
@FacesComponent(value = "dev.rialto.console.Live", createTag = true, tagName = "live", namespace = "rialto.console")
public class Live extends UIComponentBase {

    @Override
    public String getFamily() {
        return "dev.rialto.console";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("div", this);
        out.writeAttribute("id", getAttributes().get("name"), null);
        out.writeAttribute("aria-live", "polite", null);
        if (Boolean.parseBoolean(String.valueOf(getAttributes().get("running")))) {
            out.writeAttribute("data-refresh", "true", null);
        }
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        context.getResponseWriter().endElement("div");
    }
}
