package dev.rialto.document;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import dev.rialto.kernel.Money;
import dev.rialto.message.Words;
import dev.rialto.sales.SalesBy;
import dev.rialto.sales.SalesFigures;
import dev.rialto.sales.SalesReport;
import dev.rialto.sales.SalesRow;
import java.io.ByteArrayOutputStream;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** Writes a statement of sales on A4: sums first, then each group, the grand total last. */
final class SalesStatement {
    private static final float SMALL = 8.5f;
    private static final float NORMAL = 9.5f;
    private static final float MARGIN = 48;

    private final StatementOf of;
    private final SalesReport report;
    private final ZonedDateTime made;
    private final Typeface type;
    private final Words words;

    SalesStatement(StatementOf of, SalesReport report, ZonedDateTime made, Typeface type) {
        this.of = of;
        this.report = report;
        this.made = made;
        this.type = type;
        this.words = Words.of("dev.rialto.document.words", of.query().language());
    }

    byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document paper = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(paper, out);
        writer.setPageEvent(new Numbering());
        paper.addTitle(words.say("statement") + " " + of.name());
        paper.addAuthor(of.name());
        paper.open();
        paper.add(new Paragraph(type.strong(words.say("statement"), 20)));
        paper.add(spaced(type.strong(of.name(), 12)));
        paper.add(spaced(type.set(head(), NORMAL)));
        paper.add(sums());
        paper.add(groups());
        paper.add(spaced(type.set(words.say("statement_note"), SMALL)));
        paper.close();
        return out.toByteArray();
    }

    private String head() {
        String at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.locale())
                .format(made);
        return words.say(
                "statement_head",
                day(of.query().from()),
                day(of.query().to()),
                of.query().currency(),
                at);
    }

    private String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(words.locale())
                .format(date);
    }

    private static Paragraph spaced(Phrase text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.setSpacingBefore(4);
        paragraph.setSpacingAfter(6);
        return paragraph;
    }

    private PdfPTable sums() {
        SalesFigures total = total();
        PdfPTable table = Ruled.table(4, 2);
        sum(table, "gross", total.gross());
        sum(table, "discount", -total.discount());
        sum(table, "fees", total.delivery());
        sum(table, "returned", -total.refunded());
        table.addCell(Ruled.cell(type.strong(words.say("grand_total"), NORMAL + 2), false));
        table.addCell(Ruled.cell(type.strong(money(total.total()), NORMAL + 2), false));
        sum(table, "tax_within", total.tax());
        sum(table, "net", total.net());
        return table;
    }

    private void sum(PdfPTable table, String name, long minor) {
        table.addCell(Ruled.cell(type.set(words.say(name), NORMAL), false));
        table.addCell(Ruled.cell(type.set(money(minor), NORMAL), false));
    }

    private PdfPTable groups() {
        PdfPTable table = Ruled.table(5, 1.1f, 2, 2, 2);
        table.setSpacingBefore(16);
        String first = of.query().by() == SalesBy.COMPANY ? "seller" : "goods";
        for (String head : List.of(first, "quantity", "returned", "amount", "tax_within")) {
            table.addCell(Ruled.cell(type.strong(words.say(head), SMALL), head.equals(first)));
        }
        table.setHeaderRows(1);
        report.rows().forEach(row -> row(table, type.set(name(row), NORMAL), row.figures(), false));
        row(table, type.strong(words.say("grand_total"), NORMAL), total(), true);
        return table;
    }

    private void row(PdfPTable table, Phrase name, SalesFigures figures, boolean last) {
        table.addCell(Ruled.cell(name, true));
        List<String> numbers = List.of(
                NumberFormat.getIntegerInstance(words.locale()).format(figures.units()),
                money(-figures.refunded()),
                money(figures.total()),
                money(figures.tax()));
        for (String number : numbers) {
            Phrase text = last ? type.strong(number, NORMAL) : type.set(number, NORMAL);
            PdfPCell cell = Ruled.cell(text, false);
            cell.setNoWrap(true);
            table.addCell(cell);
        }
    }

    private String name(SalesRow row) {
        String name = row.isDelivery() ? words.say("fees") : row.name();
        return row.detail().isEmpty() ? name : name + " · " + row.detail();
    }

    private SalesFigures total() {
        return report.total(of.query().currency());
    }

    private String money(long minor) {
        return new Money(minor, of.query().currency()).format(words.locale());
    }

    /** Whose paper it is and which page, at the foot of each. */
    private final class Numbering extends PdfPageEventHelper {
        @Override
        public void onEndPage(PdfWriter writer, Document paper) {
            Rectangle page = paper.getPageSize();
            ColumnText.showTextAligned(
                    writer.getDirectContent(),
                    com.lowagie.text.Element.ALIGN_RIGHT,
                    type.set(of.name() + " · " + writer.getPageNumber(), SMALL),
                    page.getRight(MARGIN),
                    page.getBottom(24),
                    0);
        }
    }
}
