package dev.rialto.web.console.part;

import dev.rialto.web.console.Visit;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An input with its label, hint and error. */
abstract class Part extends UIComponentBase {

    @Override
    public String getFamily() {
        return "dev.rialto.console";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (!isRendered()) {
            return;
        }
        Visit visit = (Visit) Objects.requireNonNull(
                context.getExternalContext().getRequestMap().get("visit"));
        String problem = tells(visit) ? visit.problem(text("name")) : "";
        ResponseWriter out = context.getResponseWriter();
        out.startElement("div", this);
        out.writeAttribute("class", frameClass(problem), null);
        encodeInside(out, visit, problem);
        encodeProblem(out, problem);
        if (visit.isOvertaken()) {
            encodeDifference(out, visit);
        }
        out.endElement("div");
    }

    /** Of several inputs that share a name the first one tells what is wrong, or the one in the dialog that was sent. */
    private boolean tells(Visit visit) {
        if (place() != 0) {
            return false;
        }
        return dialog().map(dialog -> dialog.wasSent(visit)).orElse(text("item").isEmpty());
    }

    private Optional<Dialog> dialog() {
        for (UIComponent around = getParent(); around != null; around = around.getParent()) {
            if (around instanceof Dialog dialog) {
                return Optional.of(dialog);
            }
        }
        return Optional.empty();
    }

    /** What stands there now, when it is not what was typed; empty for inputs that cannot tell. */
    String theirs(Visit visit) {
        return "";
    }

    /** Is there something else now than what was typed? */
    boolean differs(Visit visit) {
        return false;
    }

    /** The other person's value as people read it. */
    String readable(Visit visit) {
        return theirs(visit);
    }

    private void encodeDifference(ResponseWriter out, Visit visit) throws IOException {
        if (!differs(visit)) {
            return;
        }
        out.startElement("p", this);
        out.writeAttribute("class", "theirs", null);
        out.writeAttribute("data-theirs", theirs(visit), null);
        out.writeAttribute("data-for", inputId(), null);
        out.writeText(visit.say("shell.theirs") + " ", null);
        out.startElement("q", this);
        out.writeText(readable(visit).isEmpty() ? visit.say("shell.theirs.empty") : readable(visit), null);
        out.endElement("q");
        out.endElement("p");
    }

    /** The same whatever the browser made of the ends of lines and of space at the end. */
    static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    final String valueText() {
        Object value = object("value");
        return value == null ? "" : value.toString();
    }

    abstract void encodeInside(ResponseWriter out, Visit visit, String problem) throws IOException;

    /** An attribute as text; empty when it is not set. */
    final String text(String attribute) {
        Object value = getAttributes().get(attribute);
        return value == null ? "" : value.toString();
    }

    final boolean flag(String attribute) {
        return Boolean.parseBoolean(text(attribute));
    }

    final @Nullable Object object(String attribute) {
        return getAttributes().get(attribute);
    }

    /** The id of the input in the page, which dialogs may have more than one of the same name in. */
    final String inputId() {
        String dialog = dialog().map(around -> around.name() + "-").orElse("");
        String item = text("item").isEmpty() ? "" : "-" + text("item");
        return "f-" + dialog + text("name") + item + (place() == 0 ? "" : "-" + place());
    }

    /** Which of several inputs that share a name this is, from 0. */
    final int place() {
        return text("place").isEmpty() ? 0 : Integer.parseInt(text("place"));
    }

    final void encodeLabel(ResponseWriter out) throws IOException {
        out.startElement("label", this);
        out.writeAttribute("for", inputId(), null);
        if (flag("quiet")) {
            out.writeAttribute("class", "unseen", null);
        }
        out.writeText(text("label"), null);
        if (flag("required")) {
            out.startElement("span", this);
            out.writeAttribute("class", "must", null);
            out.writeAttribute("aria-hidden", "true", null);
            out.writeText("*", null);
            out.endElement("span");
        }
        out.endElement("label");
        encodeHint(out);
    }

    /** Attributes that every input has: name, id, required, and the tie to hint and error. */
    final void encodeCommon(ResponseWriter out, String problem) throws IOException {
        out.writeAttribute("id", inputId(), null);
        out.writeAttribute("name", text("name"), null);
        if (flag("required")) {
            out.writeAttribute("required", "required", null);
        }
        if (flag("disabled")) {
            out.writeAttribute("disabled", "disabled", null);
        }
        String described = described(problem);
        if (!described.isEmpty()) {
            out.writeAttribute("aria-describedby", described, null);
        }
        if (!problem.isEmpty()) {
            out.writeAttribute("aria-invalid", "true", null);
        }
    }

    final void copy(ResponseWriter out, String... attributes) throws IOException {
        for (String attribute : attributes) {
            String value = text(attribute);
            if (!value.isEmpty()) {
                out.writeAttribute(attribute, value, null);
            }
        }
    }

    private String described(String problem) {
        String hint = text("hint").isEmpty() ? "" : inputId() + "-hint";
        String error = problem.isEmpty() ? "" : inputId() + "-error";
        return (hint + " " + error).strip();
    }

    private String frameClass(String problem) {
        String width = text("size").isEmpty() ? "" : " field-" + text("size");
        return "field" + width + (problem.isEmpty() ? "" : " field-wrong");
    }

    private void encodeHint(ResponseWriter out) throws IOException {
        if (!text("hint").isEmpty()) {
            encodeLine(out, "hint", "-hint", text("hint"));
        }
    }

    private void encodeProblem(ResponseWriter out, String problem) throws IOException {
        if (!problem.isEmpty()) {
            encodeLine(out, "wrong", "-error", problem);
        }
    }

    private void encodeLine(ResponseWriter out, String style, String idEnding, String line) throws IOException {
        out.startElement("p", this);
        out.writeAttribute("class", style, null);
        out.writeAttribute("id", inputId() + idEnding, null);
        out.writeText(line, null);
        out.endElement("p");
    }
}
