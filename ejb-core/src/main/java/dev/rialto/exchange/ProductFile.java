package dev.rialto.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a product file row by row and hands out the rows of one product at a time: those together with one handle. */
final class ProductFile implements Closeable {
    private static final List<ProductColumn> REQUIRED =
            List.of(ProductColumn.HANDLE, ProductColumn.TITLE, ProductColumn.PRICE);

    private final BoundedRows text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Map<ProductColumn, Integer> places;
    private @Nullable ProductRow ahead;
    private @Nullable UnreadableFile broken;

    private ProductFile(BoundedRows text, CSVParser parser) {
        this.text = text;
        this.parser = parser;
        this.records = parser.iterator();
        this.places = places(record().map(Located::cells)
                .orElseThrow(() -> new UnreadableFile(Finding.error(1, null, "empty", null))));
        this.ahead = row();
    }

    /**
     * Opens a file and reads its headings.
     *
     * @throws UnreadableFile when encoding or headings are wrong
     */
    static ProductFile open(Path file, @Nullable String encoding) throws IOException {
        BoundedRows text = new BoundedRows(TextFile.open(file, encoding));
        try {
            CSVFormat form = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(file, encoding))
                    .get();
            return new ProductFile(
                    text, CSVParser.builder().setReader(text).setFormat(form).get());
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    /** Comma, semicolon or tab: the one the headings have most of. */
    private static char delimiter(Path file, @Nullable String encoding) throws IOException {
        try (var reader = new java.io.BufferedReader(new BoundedRows(TextFile.open(file, encoding)))) {
            String headings = Optional.ofNullable(reader.readLine()).orElse("");
            char best = ',';
            for (char candidate : new char[] {';', '\t'}) {
                if (count(headings, candidate) > count(headings, best)) {
                    best = candidate;
                }
            }
            return best;
        }
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static Map<ProductColumn, Integer> places(List<String> headings) {
        Map<ProductColumn, Integer> places = new EnumMap<>(ProductColumn.class);
        for (ProductColumn column : ProductColumn.values()) {
            for (int i = 0; i < headings.size(); i++) {
                boolean isIt = headings.get(i)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(column.heading().toLowerCase(Locale.ROOT));
                if (isIt && places.put(column, i) != null) {
                    throw new UnreadableFile(Finding.error(1, column.heading(), "column_twice", null));
                }
            }
        }
        for (ProductColumn column : REQUIRED) {
            if (!places.containsKey(column)) {
                throw new UnreadableFile(Finding.error(1, column.heading(), "missing_column", null));
            }
        }
        return places;
    }

    /**
     * The rows of the next product; empty at the end.
     *
     * @throws UnreadableFile when the file is broken from here on
     */
    List<ProductRow> next() {
        List<ProductRow> rows = new ArrayList<>();
        while (ahead != null && (rows.isEmpty() || isSameProduct(rows.get(0), ahead))) {
            rows.add(ahead);
            ahead = row();
        }
        if (rows.isEmpty() && broken != null) {
            throw broken;
        }
        return rows;
    }

    private static boolean isSameProduct(ProductRow first, ProductRow next) {
        return first.cell(ProductColumn.HANDLE).equals(next.cell(ProductColumn.HANDLE))
                && first.has(ProductColumn.HANDLE);
    }

    /** A break further on does not take the product before it along. */
    private @Nullable ProductRow row() {
        try {
            return record().map(this::row).orElse(null);
        } catch (UnreadableFile e) {
            broken = e;
            return null;
        }
    }

    private ProductRow row(Located record) {
        Map<ProductColumn, String> cells = new EnumMap<>(ProductColumn.class);
        places.forEach((column, place) -> {
            if (place < record.cells().size()) {
                cells.put(
                        column, ProductSheet.unguarded(record.cells().get(place).strip()));
            }
        });
        return new ProductRow(record.line(), cells);
    }

    private record Located(long line, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** The next record that is not blank. */
    private Optional<Located> record() {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            text.beginRow();
            while (records.hasNext()) {
                Located record = new Located(line, records.next().toList());
                if (!record.isBlank()) {
                    return Optional.of(record);
                }
                line = parser.getCurrentLineNumber() + 1;
                text.beginRow();
            }
            return Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new UnreadableFile(Finding.error(line, null, code(e), null));
        }
    }

    private static String code(RuntimeException e) {
        return e.getCause() instanceof CSVException || e instanceof IllegalStateException
                ? "broken_quotes"
                : "row_too_long";
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }
}
