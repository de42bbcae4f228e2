package dev.rialto.web.parts;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** Something to open and close. Attributes: title, open. */
@FacesComponent(value = "rialto.Fold", createTag = true, tagName = "fold", namespace = Part.NAMESPACE)
public class Fold extends Part {

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("details", this);
        attribute(out, "class", "more");
        flag(out, "open", isSet("open"));
        element(out, "summary", "", text("title", ""));
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        context.getResponseWriter().endElement("details");
    }
}
