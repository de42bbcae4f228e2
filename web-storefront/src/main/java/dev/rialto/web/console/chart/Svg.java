package dev.rialto.web.console.chart;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Locale;

/** Writes shapes; coordinates with one decimal. */
final class Svg {
    private final ResponseWriter out;
    private final UIComponent owner;

    Svg(ResponseWriter out, UIComponent owner) {
        this.out = out;
        this.owner = owner;
    }

    void begin(String name, int width, int height) throws IOException {
        out.startElement("svg", owner);
        attribute("class", "chart");
        attribute("viewBox", "0 0 " + width + " " + height);
        attribute("role", "img");
        attribute("aria-label", name);
    }

    void end() throws IOException {
        out.endElement("svg");
    }

    void line(String style, double x1, double y1, double x2, double y2) throws IOException {
        out.startElement("line", owner);
        attribute("class", style);
        attribute("x1", number(x1));
        attribute("y1", number(y1));
        attribute("x2", number(x2));
        attribute("y2", number(y2));
        out.endElement("line");
    }

    void path(String style, String points) throws IOException {
        out.startElement("polyline", owner);
        attribute("class", style);
        attribute("points", points);
        out.endElement("polyline");
    }

    void bar(String style, String title, double... box) throws IOException {
        out.startElement("rect", owner);
        attribute("class", style);
        attribute("x", number(box[0]));
        attribute("y", number(box[1]));
        attribute("width", number(box[2]));
        attribute("height", number(box[3]));
        attribute("rx", "2");
        out.startElement("title", owner);
        out.writeText(title, null);
        out.endElement("title");
        out.endElement("rect");
    }

    void text(String style, String words, double x, double y) throws IOException {
        out.startElement("text", owner);
        attribute("class", style);
        attribute("x", number(x));
        attribute("y", number(y));
        out.writeText(words, null);
        out.endElement("text");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private void attribute(String name, String value) throws IOException {
        out.writeAttribute(name, value, null);
    }
}
