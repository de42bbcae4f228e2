package dev.rialto.bankfile;

import dev.rialto.kernel.Violations;
import java.util.List;

/**
 * Which column of a bank's table means what.
 *
 * @param date column of the booking date
 * @param datePattern one of {@link #PATTERNS}
 * @param amount column of the credited amount; blank and negative ones are debits and left out
 * @param decimalComma true for 1.234,56
 * @param payer column of the payer's name; empty when there is none
 * @param message column of the payer's text
 * @param currency of all amounts
 */
public record CsvMapping(
        String date,
        String datePattern,
        String amount,
        boolean decimalComma,
        String payer,
        String message,
        String currency) {
    /** The ways of writing a date that are understood. */
    public static final List<String> PATTERNS =
            List.of("yyyy-MM-dd", "yyyy.MM.dd", "yyyy/MM/dd", "yyyyMMdd", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy");

    void check(List<String> columns) {
        new Violations()
                .check(columns.contains(date), "date", "required")
                .check(PATTERNS.contains(datePattern), "datePattern", "required")
                .check(columns.contains(amount), "amountColumn", "required")
                .check(columns.contains(message), "message", "required")
                .check(payer.isEmpty() || columns.contains(payer), "payer", "unknown")
                .check(currency.matches("[A-Z]{3}"), "currency", "required")
                .raise(BankFileError.BANK_FILE_INVALID);
    }
}
