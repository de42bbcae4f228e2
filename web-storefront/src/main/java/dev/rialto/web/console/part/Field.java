package dev.rialto.web.console.part;

import dev.rialto.web.console.Visit;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** One line of text, a number, a date, a password or a file. {@code unit} stands behind the input. */
@FacesComponent(value = "dev.rialto.console.Field", createTag = true, tagName = "field", namespace = "rialto.console")
public class Field extends Part {

    @Override
    void encodeInside(ResponseWriter out, Visit visit, String problem) throws IOException {
        encodeLabel(out);
        String unit = text("unit");
        if (unit.isEmpty()) {
            encodeInput(out, visit, problem);
            return;
        }
        out.startElement("div", this);
        out.writeAttribute("class", "with-unit", null);
        encodeInput(out, visit, problem);
        out.startElement("span", this);
        out.writeAttribute("class", "unit", null);
        out.writeText(unit, null);
        out.endElement("span");
        out.endElement("div");
    }

    private void encodeInput(ResponseWriter out, Visit visit, String problem) throws IOException {
        String type = text("type").isEmpty() ? "text" : text("type");
        out.startElement("input", this);
        out.writeAttribute("type", type, null);
        encodeCommon(out, problem);
        copy(out, "autocomplete", "inputmode", "maxlength", "min", "max", "step", "placeholder", "accept", "list");
        if (flag("autofocus")) {
            out.writeAttribute("autofocus", "autofocus", null);
        }
        if (!type.equals("password") && !type.equals("file")) {
            out.writeAttribute("value", visit.typed(text("name"), place(), object("value")), null);
        }
        out.endElement("input");
    }

    @Override
    String theirs(Visit visit) {
        return valueText();
    }

    @Override
    boolean differs(Visit visit) {
        boolean told = !text("type").equals("password") && !text("type").equals("file");
        return told && !plain(visit.typed(text("name"), place(), valueText())).equals(plain(valueText()));
    }
}
