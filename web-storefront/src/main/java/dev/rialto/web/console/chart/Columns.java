package dev.rialto.web.console.chart;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns side by side, with what they are compared to as a dashed line. */
final class Columns {
    private static final int HEIGHT = 260;
    private static final int LEFT = 84;
    private static final int TOP = 30;
    private static final int BOTTOM = 230;
    private static final int MOST_LABELS = 8;

    private final Series series;
    private final Scale scale;
    private final int width;
    private final double step;

    Columns(Series series, int width) {
        this.series = series;
        this.scale = series.scale();
        this.width = width;
        this.step = (double) (width - LEFT) / Math.max(1, series.columns().size());
    }

    void draw(Svg svg) throws IOException {
        svg.begin(series.name(), width, HEIGHT);
        svg.text("unit", series.unit(), 0, 14);
        for (long tick : scale.ticks()) {
            svg.line(tick == 0 ? "base" : "grid", LEFT, y(tick), width, y(tick));
            svg.text("tick", series.tick().apply(tick), LEFT - 8.0, y(tick) + 5);
        }
        for (int i = 0; i < series.columns().size(); i++) {
            drawColumn(svg, i);
        }
        if (series.isCompared()) {
            svg.path("before", pointsBefore());
        }
        svg.end();
    }

    private void drawColumn(Svg svg, int place) throws IOException {
        Series.Column column = series.columns().get(place);
        double top = Math.min(y(column.value()), y(0));
        double height = Math.abs(y(column.value()) - y(0));
        double gap = Math.min(6, step * 0.2);
        svg.bar(
                column.value() < 0 ? "bar bar-back" : "bar",
                column.title(),
                LEFT + place * step + gap / 2,
                top,
                step - gap,
                height);
        int every = (series.columns().size() + MOST_LABELS - 1) / MOST_LABELS;
        if (place % every == 0) {
            svg.text("below", column.label(), LEFT + (place + 0.5) * step, BOTTOM + 20.0);
        }
    }

    private String pointsBefore() {
        return IntStream.range(0, series.columns().size())
                .mapToObj(i -> Svg.number(LEFT + (i + 0.5) * step) + ","
                        + Svg.number(y(series.columns().get(i).before())))
                .collect(Collectors.joining(" "));
    }

    private double y(long value) {
        return BOTTOM - scale.share(value) * (BOTTOM - TOP);
    }
}
