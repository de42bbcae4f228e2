package dev.rialto.bankfile;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A bank's table: UTF-8, or the code page of Korean banks, its columns apart by comma, semicolon or tab, the first line
 * naming them.
 */
record CsvTable(List<String> columns, List<List<String>> rows) {
    private static final int MOST_WRONG = 20;
    private static final int SAMPLE = 5;

    CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Refuses what has no heads and rows with {@link BankFileError#BANK_FILE_INVALID}. */
    static CsvTable read(byte[] file) {
        String text = decode(file);
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            throw notATable();
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(
                        text.lines().filter(line -> !line.isBlank()).findFirst().orElse("")))
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try {
            List<List<String>> lines = format.parse(new StringReader(text)).stream()
                    .map(CSVRecord::toList)
                    .toList();
            if (lines.size() < 2
                    || lines.get(0).size() < 2
                    || lines.get(0).stream().anyMatch(String::isBlank)) {
                throw notATable();
            }
            return new CsvTable(lines.get(0), lines.subList(1, lines.size()));
        } catch (UncheckedIOException | IOException e) {
            DomainException refused = notATable();
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private static DomainException notATable() {
        return BankFileError.BANK_FILE_INVALID.because("file", "not_a_table");
    }

    private static String decode(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, Charset.forName("MS949"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String delimiter(String head) {
        return Stream.of(",", ";", "\t")
                .max(Comparator.comparingLong(each -> head.split(each, -1).length))
                .orElse(",");
    }

    /** The heads as one text, under which a mapping is remembered. */
    String header() {
        return String.join("\u001F", columns);
    }

    List<List<String>> sample() {
        return rows.subList(0, Math.min(SAMPLE, rows.size()));
    }

    /** The credits; lines that cannot be read are refused together, up to twenty. */
    List<Credit> credits(CsvMapping mapping) {
        List<Credit> credits = new ArrayList<>();
        List<FieldError> wrong = new ArrayList<>();
        for (int i = 0; i < rows.size() && wrong.size() < MOST_WRONG; i++) {
            int line = i + 2;
            try {
                credit(mapping, rows.get(i), line).ifPresent(credits::add);
            } catch (DateTimeException e) {
                wrong.add(new FieldError("lines." + line, "unreadable_date", List.of(String.valueOf(line))));
            } catch (ArithmeticException | IllegalArgumentException e) {
                wrong.add(new FieldError("lines." + line, "unreadable_amount", List.of(String.valueOf(line))));
            }
        }
        if (!wrong.isEmpty()) {
            throw BankFileError.BANK_FILE_INVALID.because(wrong);
        }
        return credits;
    }

    private Optional<Credit> credit(CsvMapping mapping, List<String> row, int line) {
        String digits = cell(row, mapping.amount()).replaceAll("[\\s₩$€¥\u00A0]", "");
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        String plain = mapping.decimalComma() ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
        Money amount = Money.ofDecimal(new BigDecimal(plain), mapping.currency());
        if (amount.minor() <= 0) {
            return Optional.empty();
        }
        DateTimeFormatter dates = DateTimeFormatter.ofPattern(mapping.datePattern(), Locale.ROOT);
        String day = cell(row, mapping.date());
        int length = Math.min(mapping.datePattern().length(), day.length());
        return Optional.of(new Credit(
                line,
                LocalDate.parse(day.substring(0, length), dates),
                amount,
                mapping.payer().isEmpty() ? "" : cell(row, mapping.payer()),
                cell(row, mapping.message()),
                ""));
    }

    private String cell(List<String> row, String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= row.size() ? "" : row.get(at);
    }
}
