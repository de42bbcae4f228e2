package dev.rialto.web.console.part;

import dev.rialto.web.console.Visit;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** Text of several lines; {@code rich} lets the script put an editor over it. */
@FacesComponent(value = "dev.rialto.console.Area", createTag = true, tagName = "area", namespace = "rialto.console")
public class Area extends Part {

    @Override
    void encodeInside(ResponseWriter out, Visit visit, String problem) throws IOException {
        encodeLabel(out);
        out.startElement("textarea", this);
        encodeCommon(out, problem);
        copy(out, "rows", "maxlength", "placeholder");
        if (flag("rich")) {
            out.writeAttribute("data-rich", "true", null);
        }
        // a browser drops the first line break inside a textarea
        out.write("\n");
        out.writeText(visit.typed(text("name"), object("value")), null);
        out.endElement("textarea");
    }

    @Override
    String theirs(Visit visit) {
        return valueText();
    }

    @Override
    boolean differs(Visit visit) {
        return !plain(visit.typed(text("name"), valueText())).equals(plain(valueText()));
    }

    @Override
    String readable(Visit visit) {
        return flag("rich") ? valueText().replaceAll("<[^>]*>", " ").strip() : valueText();
    }
}
