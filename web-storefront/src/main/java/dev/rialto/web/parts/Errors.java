package dev.rialto.web.parts;

import dev.rialto.web.shop.Form;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** All errors of a form, each a link to its field; it takes the focus, so that nobody misses it. Attributes: form, prefix. */
@FacesComponent(value = "rialto.Errors", createTag = true, tagName = "errors", namespace = Part.NAMESPACE)
public class Errors extends Part {

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        Form form = required("form", Form.class);
        if (!form.hasErrors()) {
            return;
        }
        ResponseWriter out = context.getResponseWriter();
        out.startElement("div", this);
        attribute(out, "class", "errors");
        attribute(out, "role", "alert");
        attribute(out, "tabindex", "-1");
        flag(out, "autofocus", true);
        element(out, "h2", "", form.errorTitle());
        out.startElement("ul", this);
        for (Form.Problem problem : form.problems()) {
            problem(out, problem.field(), problem.text());
        }
        out.endElement("ul");
        out.endElement("div");
    }

    private void problem(ResponseWriter out, @Nullable String field, String content) throws IOException {
        out.startElement("li", this);
        if (field == null) {
            out.writeText(content, null);
        } else {
            out.startElement("a", this);
            attribute(out, "href", "#" + id(field));
            out.writeText(content, null);
            out.endElement("a");
        }
        out.endElement("li");
    }
}
