package dev.rialto.bankfile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of the bank.
 *
 * @param isRead false while its columns are to be named
 * @param entries how many credits it brought that were not known before; {@code open} wait for a decision
 */
public record BankFileView(
        UUID id,
        String name,
        String kind,
        boolean isRead,
        @Nullable UUID uploadedBy,
        Instant uploadedAt,
        long entries,
        long matched,
        long open) {

    /**
     * The heads and the first rows of a table whose columns are to be named.
     *
     * @param remembered what was said of a table with these heads before
     */
    public record Table(
            String name,
            List<String> columns,
            List<List<String>> rows,
            @Nullable CsvMapping remembered) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
