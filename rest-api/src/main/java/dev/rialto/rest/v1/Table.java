package dev.rialto.rest.v1;

import dev.rialto.kernel.Page;
import dev.rialto.rest.Conditional;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list as CSV, up to ten thousand rows; no cell can become a formula. */
public final class Table {
    /** Rows that one asks for at a time. */
    public static final int PAGE = 200;

    private static final int MOST = 10_000;
    private static final String STARTS_FORMULA = "=+-@\t\r'";

    private final StringBuilder text = new StringBuilder();
    private int rows;
    private @Nullable String next;

    public Table(String... heads) {
        line(heads);
    }

    /** Adds a row; nothing stands for an empty cell. */
    public void add(@Nullable Object... cells) {
        line(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toArray(String[]::new));
        rows++;
    }

    /**
     * Adds what a list has behind a place, page by page.
     *
     * @param list gives the page after a cursor
     * @param row the cells of one item
     */
    public <T> Table all(
            @Nullable String cursor, Function<@Nullable String, Page<T>> list, Function<T, @Nullable Object[]> row) {
        next = cursor;
        do {
            Page<T> page = list.apply(next);
            page.items().forEach(item -> add(row.apply(item)));
            next = page.next();
        } while (next != null && rows < MOST);
        return this;
    }

    /** The file, with a link to the rest where there is one. */
    public Response answer(HttpServletRequest request, Request conditions) {
        Factor.rows(request, rows);
        MediaType type = new MediaType("text", "csv", StandardCharsets.UTF_8.name());
        Response answer = Conditional.bytes(conditions, text.toString().getBytes(StandardCharsets.UTF_8), type);
        return next == null
                ? answer
                : Response.fromResponse(answer).link(rest(request), "next").build();
    }

    private String rest(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return UriBuilder.fromUri(request.getRequestURI() + query)
                .replaceQueryParam("cursor", next)
                .build()
                .toString();
    }

    private void line(String... cells) {
        text.append(Arrays.stream(cells).map(Table::cell).collect(Collectors.joining(",")))
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
