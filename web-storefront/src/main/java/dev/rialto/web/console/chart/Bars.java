package dev.rialto.web.console.chart;

import java.io.IOException;

/** Bars under each other, each with its name and number. */
final class Bars {
    private static final int LINE = 34;
    private static final int LEFT = 210;
    private static final int RIGHT = 110;
    private static final int TOP = 24;
    private static final int LONGEST_NAME = 24;

    private final Series series;
    private final Scale scale;
    private final int width;

    Bars(Series series, int width) {
        this.series = series;
        this.scale = series.scale();
        this.width = width;
    }

    void draw(Svg svg) throws IOException {
        int height = TOP + series.columns().size() * LINE + 4;
        svg.begin(series.name(), width, height);
        svg.text("unit", series.unit(), 0, 14);
        svg.line("base", x(0), TOP, x(0), height);
        for (int i = 0; i < series.columns().size(); i++) {
            Series.Column column = series.columns().get(i);
            double top = TOP + i * LINE + 6.0;
            double from = Math.min(x(column.value()), x(0));
            double length = Math.abs(x(column.value()) - x(0));
            svg.text("beside", shortened(column.label()), LEFT - 12.0, top + 16);
            svg.bar(column.value() < 0 ? "bar bar-back" : "bar", column.title(), from, top, length, LINE - 10.0);
            svg.text("value", series.tick().apply(column.value()), Math.max(x(column.value()), x(0)) + 8, top + 16);
        }
        svg.end();
    }

    private double x(long value) {
        return LEFT + scale.share(value) * (width - LEFT - RIGHT);
    }

    /** Wide letters count twice. */
    private static String shortened(String name) {
        int room = LONGEST_NAME;
        for (int i = 0; i < name.length(); i++) {
            room -= name.charAt(i) > 0x1100 ? 2 : 1;
            if (room < 0) {
                return name.substring(0, i) + "…";
            }
        }
        return name;
    }
}
