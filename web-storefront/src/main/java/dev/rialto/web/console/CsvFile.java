package dev.rialto.web.console;

import dev.rialto.kernel.Page;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as CSV that spreadsheets open in every language; no cell can become a formula. */
public final class CsvFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** Rows that one asks for at a time when a list becomes a file. */
    public static final int PAGE = 200;

    private static final int MOST = 10_000;
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    private int rows;

    public CsvFile(String... heads) {
        line(heads);
    }

    public void add(String... cells) {
        line(cells);
        rows++;
    }

    /**
     * Adds what a list has, page by page, up to ten thousand rows.
     *
     * @param list gives the page after a cursor; null asks for the first
     * @param row adds one item
     */
    public <T> void addAll(Function<@Nullable String, Page<T>> list, Consumer<T> row) {
        String after = null;
        do {
            Page<T> page = list.apply(after);
            page.items().forEach(row);
            after = page.next();
        } while (after != null && rows < MOST);
    }

    /** Rows so far, without the heads. */
    public int rows() {
        return rows;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void line(String... cells) {
        text.append(Arrays.stream(cells).map(CsvFile::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(String value) {
        boolean formula = !value.isEmpty()
                && STARTS_FORMULA.indexOf(value.charAt(0)) >= 0
                && !value.matches("-?[0-9]+(?:\\.[0-9]+)?");
        String safe = formula ? "'" + value : value;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
