package dev.rialto.web.console.sales;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table as a workbook. Every text is a text cell: none can become a formula. */
final class SalesSheet {
    private static final int NAME_WIDTH = 32;
    private static final int NUMBER_WIDTH = 14;

    private SalesSheet() {}

    static byte[] of(SalesTable table, String title) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Rialto", "1.0")) {
            Worksheet sheet = book.newWorksheet(title);
            sheet.freezePane(0, 1);
            for (int column = 0; column < table.heads().size(); column++) {
                sheet.value(0, column, table.heads().get(column));
                sheet.width(column, column < 2 ? NAME_WIDTH : NUMBER_WIDTH);
            }
            sheet.range(0, 0, 0, table.heads().size() - 1).style().bold().set();
            for (int row = 0; row < table.rows().size(); row++) {
                write(sheet, row + 1, table.rows().get(row));
            }
            sheet.range(
                            table.rows().size(),
                            0,
                            table.rows().size(),
                            table.heads().size() - 1)
                    .style()
                    .bold()
                    .set();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof BigDecimal number) {
                sheet.value(row, column, number);
                sheet.style(row, column)
                        .format(number.scale() > 0 ? "#,##0.00" : "#,##0")
                        .set();
            } else {
                sheet.inlineString(row, column, cells.get(column).toString());
            }
        }
    }
}
