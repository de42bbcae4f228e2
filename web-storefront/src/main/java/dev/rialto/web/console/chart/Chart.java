package dev.rialto.web.console.chart;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** Draws a {@link Series}: columns over time, or bars under each other with {@code lying="true"}. */
@FacesComponent(value = "dev.rialto.console.Chart", createTag = true, tagName = "chart", namespace = "rialto.console")
public class Chart extends UIComponentBase {
    private static final int WIDTH = 800;

    @Override
    public String getFamily() {
        return "dev.rialto.console";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (isRendered() && getAttributes().get("series") instanceof Series series) {
            Svg svg = new Svg(context.getResponseWriter(), this);
            if (Boolean.parseBoolean(String.valueOf(getAttributes().get("lying")))) {
                new Bars(series, WIDTH).draw(svg);
            } else {
                new Columns(series, WIDTH).draw(svg);
            }
        }
    }
}
