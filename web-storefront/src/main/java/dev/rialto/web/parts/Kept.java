package dev.rialto.web.parts;

import dev.rialto.web.shop.KeptPart;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.StringWriter;

/** A part that is written once for many pages; its tag builds the content only while the part is new. Attribute: of. */
@FacesComponent(value = "rialto.Kept", createTag = true, tagName = "kept", namespace = Part.NAMESPACE)
public class Kept extends Part {

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        KeptPart part = required("of", KeptPart.class);
        String known = part.text();
        ResponseWriter page = context.getResponseWriter();
        if (known != null) {
            page.write(known);
            return;
        }
        StringWriter written = new StringWriter();
        context.setResponseWriter(page.cloneWithWriter(written));
        try {
            super.encodeChildren(context);
            context.getResponseWriter().flush();
        } finally {
            context.setResponseWriter(page);
        }
        part.keep(written.toString());
        page.write(written.toString());
    }
}
