package dev.rialto.exchange;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A product file as it is written: no cell can become a formula, and reading it gives back what was written. */
final class ProductSheet {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("^(?=[=+\\-@\\t\\r'])");
    private static final Pattern GUARDED = Pattern.compile("^'(?=[=+\\-@\\t\\r'])");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

    ProductSheet() {
        line(Arrays.stream(ProductColumn.values()).map(ProductColumn::heading).toArray(String[]::new));
    }

    void add(Map<ProductColumn, String> cells) {
        line(Arrays.stream(ProductColumn.values())
                .map(column -> cells.getOrDefault(column, ""))
                .toArray(String[]::new));
    }

    String text() {
        return text.toString();
    }

    /** A cell as it was before it was guarded against being a formula. */
    static String unguarded(String cell) {
        return GUARDED.matcher(cell).replaceFirst("");
    }

    private void line(String... cells) {
        text.append(Arrays.stream(cells).map(ProductSheet::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(String value) {
        String safe =
                NUMBER.matcher(value).matches() ? value : FORMULA.matcher(value).replaceFirst("'");
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
