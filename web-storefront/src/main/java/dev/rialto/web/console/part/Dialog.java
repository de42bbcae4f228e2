package dev.rialto.web.console.part;

import dev.rialto.web.console.Problem;
import dev.rialto.web.console.Visit;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Objects;

/**
 * Asks before it is done. The script opens it from a link with {@code data-dialog}; without a script the link's
 * {@code ?ask=NAME} opens it. Its name is the action that is sent.
 */
@FacesComponent(value = "dev.rialto.console.Dialog", createTag = true, tagName = "dialog", namespace = "rialto.console")
public class Dialog extends UIComponentBase {

    @Override
    public String getFamily() {
        return "dev.rialto.console";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        Visit visit = visit(context);
        ResponseWriter out = context.getResponseWriter();
        String name = name();
        out.startElement("dialog", this);
        out.writeAttribute("id", name, null);
        out.writeAttribute("aria-labelledby", name + "-title", null);
        if (visit.isReturned() ? wasSent(visit) : visit.query("ask").equals(name)) {
            out.writeAttribute("open", "open", null);
        }
        out.startElement("form", this);
        out.writeAttribute("method", "post", null);
        if (!text("to").isEmpty()) {
            out.writeAttribute("action", text("to"), null);
        }
        encodeName(out);
        out.startElement("div", this);
        out.writeAttribute("class", "dialog-body", null);
        out.startElement("h2", this);
        out.writeAttribute("id", name + "-title", null);
        out.writeText(text("heading"), null);
        out.endElement("h2");
        if (wasSent(visit)) {
            encodeProblems(out, visit);
        }
    }

    /** So that what is wrong leads to the input in this dialog. */
    private void encodeName(ResponseWriter out) throws IOException {
        out.startElement("input", this);
        out.writeAttribute("type", "hidden", null);
        out.writeAttribute("name", Visit.DIALOG, null);
        out.writeAttribute("value", name(), null);
        out.endElement("input");
    }

    String name() {
        return text("name");
    }

    /** Was this the form that came back? */
    boolean wasSent(Visit visit) {
        return visit.isReturned() && visit.query("do").equals(action());
    }

    /** What no input here tells: the summary of the page is out of sight behind an open dialog. */
    private void encodeProblems(ResponseWriter out, Visit visit) throws IOException {
        for (Problem problem : visit.problems()) {
            if (!hasInput(this, problem.field())) {
                out.startElement("p", this);
                out.writeAttribute("class", "wrong", null);
                out.writeAttribute("tabindex", "-1", null);
                out.writeText(problem.hasField() ? problem.label() + ": " + problem.text() : problem.text(), null);
                out.endElement("p");
            }
        }
    }

    private static boolean hasInput(UIComponent around, String name) {
        return around.getChildren().stream()
                .anyMatch(
                        child -> child instanceof Part part && part.text("name").equals(name) || hasInput(child, name));
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.endElement("div");
        out.startElement("div", this);
        out.writeAttribute("class", "dialog-foot", null);
        encodeCancel(out, visit(context));
        out.startElement("button", this);
        boolean bad = Boolean.parseBoolean(text("bad"));
        out.writeAttribute("class", bad ? "button button-bad" : "button button-main", null);
        out.writeAttribute("name", "do", null);
        out.writeAttribute("value", action(), null);
        out.writeText(text("confirm"), null);
        out.endElement("button");
        out.endElement("div");
        out.endElement("form");
        out.endElement("dialog");
    }

    private void encodeCancel(ResponseWriter out, Visit visit) throws IOException {
        out.startElement("a", this);
        out.writeAttribute("class", "button", null);
        out.writeAttribute("href", visit.path(), null);
        out.writeAttribute("data-close", "true", null);
        out.writeText(visit.say("shell.cancel"), null);
        out.endElement("a");
    }

    private String action() {
        return text("action").isEmpty() ? name() : text("action");
    }

    private String text(String attribute) {
        Object value = getAttributes().get(attribute);
        return value == null ? "" : value.toString();
    }

    private static Visit visit(FacesContext context) {
        return (Visit) Objects.requireNonNull(
                context.getExternalContext().getRequestMap().get("visit"));
    }
}
