package dev.rialto.stock;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads counts and receipts from CSV: a head line that names {@code sku} and {@code quantity}, UTF-8. */
@ApplicationScoped
public class StockFile {
    private static final int MOST_LINES = 5_000;
    private static final int MOST_ERRORS = 100;
    private static final int LARGEST_FILE = 2 << 20;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setAllowMissingColumnNames(true)
            .get();

    private final Database database;

    @Inject
    StockFile(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StockFile() {
        this(null);
    }

    private record Entered(long line, long quantity) {}

    private record Known(String sku, UUID id) {}

    List<NewSheet.Line> read(UUID tenantId, byte[] file) {
        Violations violations = new Violations();
        Map<String, Entered> entered = entered(file, violations);
        Map<String, UUID> known = known(tenantId, entered);
        List<NewSheet.Line> lines = new ArrayList<>();
        entered.forEach((sku, figure) -> {
            UUID variant = known.get(sku);
            if (variant == null) {
                add(violations, "line_sku_unknown", figure.line(), sku);
            } else {
                lines.add(new NewSheet.Line(variant, figure.quantity(), null));
            }
        });
        violations.raise(StockError.INVALID_STOCK_FILE);
        return lines;
    }

    private static Map<String, Entered> entered(byte[] file, Violations violations) {
        Map<String, Entered> entered = new LinkedHashMap<>();
        for (CSVRecord row : rows(file)) {
            long line = row.getRecordNumber() + 1;
            String sku = row.isSet("sku") ? row.get("sku") : "";
            String quantity = row.isSet("quantity") ? row.get("quantity") : "";
            if (sku.isEmpty()) {
                add(violations, "line_sku_missing", line, "");
            } else if (!quantity.matches("[0-9]{1,9}")) {
                add(violations, "line_quantity", line, quantity);
            } else if (entered.putIfAbsent(sku, new Entered(line, Long.parseLong(quantity))) != null) {
                add(violations, "line_sku_twice", line, sku);
            }
        }
        if (entered.isEmpty() && violations.isEmpty()) {
            violations.add("file", "no_lines");
        }
        return entered;
    }

    /** More than so many errors help nobody. */
    private static void add(Violations violations, String code, long line, String value) {
        if (violations.errors().size() < MOST_ERRORS) {
            violations.add("file", code, String.valueOf(line), value.length() > 60 ? value.substring(0, 60) : value);
        }
    }

    private static List<CSVRecord> rows(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw unreadable("too_large");
        }
        try (var parser = FORMAT.parse(new StringReader(text(file)))) {
            Map<String, Integer> heads = parser.getHeaderMap();
            if (heads == null || !heads.containsKey("sku") || !heads.containsKey("quantity")) {
                throw unreadable("heads_missing");
            }
            List<CSVRecord> rows = new ArrayList<>();
            for (CSVRecord row : parser) {
                rows.add(row);
                if (rows.size() > MOST_LINES) {
                    throw unreadable("too_many_lines");
                }
            }
            return rows;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            DomainException refused = unreadable("not_csv");
            refused.addSuppressed(e);
            throw refused;
        }
    }

    /** The head line is read without regard to capitals and to the mark some programs begin with. */
    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString()
                    .replaceFirst("^\uFEFF", "");
            int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
            return text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end);
        } catch (CharacterCodingException e) {
            DomainException refused = unreadable("not_utf8");
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private static DomainException unreadable(String why) {
        return StockError.INVALID_STOCK_FILE.because("file", why);
    }

    private Map<String, UUID> known(UUID tenantId, Map<String, Entered> entered) {
        Map<String, UUID> known = new HashMap<>();
        database.sql()
                .createQuery("""
                        select sku, id from variant
                        where tenant_id = :tenant and state = 'active' and sku = any(:skus)
                        """)
                .bind("tenant", tenantId)
                .bind("skus", entered.keySet().toArray(String[]::new))
                .mapTo(Known.class)
                .forEach(row -> known.put(row.sku(), row.id()));
        return known;
    }
}
