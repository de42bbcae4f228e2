package dev.rialto.web.console.part;

import dev.rialto.web.console.Option;
import dev.rialto.web.console.Visit;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** One of several {@link Option}s; {@code none} is the text of choosing nothing. */
@FacesComponent(value = "dev.rialto.console.Choice", createTag = true, tagName = "choice", namespace = "rialto.console")
public class Choice extends Part {

    @Override
    void encodeInside(ResponseWriter out, Visit visit, String problem) throws IOException {
        encodeLabel(out);
        String chosen = visit.typed(text("name"), object("value"));
        out.startElement("select", this);
        encodeCommon(out, problem);
        if (!text("none").isEmpty()) {
            encodeOption(out, new Option("", text("none")), chosen);
        }
        String group = "";
        for (Option option : options()) {
            group = changeGroup(out, group, option.group());
            encodeOption(out, option, chosen);
        }
        changeGroup(out, group, "");
        out.endElement("select");
    }

    private List<Option> options() {
        return object("options") instanceof Collection<?> options
                ? options.stream().map(Option.class::cast).toList()
                : List.of();
    }

    private String changeGroup(ResponseWriter out, String from, String to) throws IOException {
        if (!from.equals(to)) {
            if (!from.isEmpty()) {
                out.endElement("optgroup");
            }
            if (!to.isEmpty()) {
                out.startElement("optgroup", this);
                out.writeAttribute("label", to, null);
            }
        }
        return to;
    }

    private void encodeOption(ResponseWriter out, Option option, String chosen) throws IOException {
        out.startElement("option", this);
        out.writeAttribute("value", option.value(), null);
        if (option.value().equals(chosen)) {
            out.writeAttribute("selected", "selected", null);
        }
        out.writeText(option.label(), null);
        out.endElement("option");
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
        return options().stream()
                .filter(option -> option.value().equals(valueText()))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }
}
