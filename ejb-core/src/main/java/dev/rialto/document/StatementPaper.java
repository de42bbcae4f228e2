package dev.rialto.document;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import dev.rialto.kernel.Money;
import dev.rialto.message.Words;
import dev.rialto.settlement.RuleSum;
import dev.rialto.settlement.StatementLine;
import dev.rialto.settlement.StatementView;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a settlement statement on A4: the balance, what the mall kept by rule, and every line. */
final class StatementPaper {
    private static final Color LINE = new Color(0xd9, 0xd9, 0xde);
    private static final float SMALL = 8f;
    private static final float NORMAL = 10f;

    private final StatementView statement;
    private final List<RuleSum> rules;
    private final List<StatementLine> lines;
    private final ZoneId zone;
    private final Words words;
    private final Typeface type;

    StatementPaper(
            StatementView statement,
            List<RuleSum> rules,
            List<StatementLine> lines,
            ZoneId zone,
            String language,
            Typeface type) {
        this.statement = statement;
        this.rules = rules;
        this.lines = lines;
        this.zone = zone;
        this.words = Words.of("dev.rialto.document.statement", language);
        this.type = type;
    }

    byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document paper = new Document(PageSize.A4, 40, 40, 44, 44);
        PdfWriter writer = PdfWriter.getInstance(paper, out);
        paper.addTitle(words.say("title") + " " + statement.number());
        paper.open();
        SameBytes.of(writer, statement.number(), statement.untilOn().atStartOfDay(zone));
        paper.add(new Paragraph(type.strong(words.say("title"), 18)));
        paper.add(spaced(type.set(
                words.say("head", statement.number(), day(statement.fromOn()), day(statement.lastOn())), NORMAL)));
        paper.add(spaced(type.set(parties(), NORMAL)));
        paper.add(sums());
        if (!rules.isEmpty()) {
            paper.add(spaced(type.strong(words.say("rules"), NORMAL)));
            paper.add(byRule());
        }
        paper.add(spaced(type.strong(words.say("lines"), NORMAL)));
        paper.add(lines());
        paper.close();
        return out.toByteArray();
    }

    private String parties() {
        String legal = statement.legalName() == null ? statement.sellerName() : statement.legalName();
        String number =
                statement.registrationNumber() == null ? "" : words.say("registration", statement.registrationNumber());
        String address = Objects.requireNonNullElse(statement.address(), "");
        return words.say("seller") + ": "
                + Stream.of(legal, number, address)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" · "))
                + "\n" + words.say("site") + ": " + statement.siteName();
    }

    private PdfPTable sums() {
        PdfPTable table = table(3, 1);
        sum(table, "opening", statement.opening());
        sum(table, "goods", statement.goods());
        sum(table, "delivery", statement.delivery());
        sum(table, "tax", statement.tax());
        sum(table, "commission", statement.commission());
        sum(table, "fee_tax", statement.feeTax());
        sum(table, "handling", statement.handling());
        sum(table, "other", statement.other());
        sum(table, "paid_out", statement.paidOut());
        sum(table, "reserve", statement.reserve());
        table.addCell(cell(type.strong(words.say("closing"), NORMAL), true));
        table.addCell(cell(type.strong(money(statement.closing()), NORMAL), false));
        if (statement.reserve() < 0) {
            PdfPCell note = cell(type.set(words.say("release", day(statement.releaseOn())), SMALL), true);
            note.setColspan(2);
            table.addCell(note);
        }
        return table;
    }

    /** Only what there is: a statement without chargebacks need not say so. */
    private void sum(PdfPTable table, String key, long amount) {
        if (amount != 0 || key.equals("opening")) {
            row(table, words.say(key), money(amount));
        }
    }

    private PdfPTable byRule() {
        PdfPTable table = table(4, 1, 2, 2, 2);
        heads(table, "rule", "rate", "basis", "fee", "fee_tax");
        for (RuleSum rule : rules) {
            row(
                    table,
                    rule.name().isEmpty() ? words.say("own_rate") : rule.name(),
                    BigDecimal.valueOf(rule.rateBp(), 2).stripTrailingZeros().toPlainString() + " %",
                    money(rule.basis()),
                    money(rule.fee()),
                    money(rule.tax()));
        }
        return table;
    }

    private PdfPTable lines() {
        PdfPTable table = table(3, 4, 2, 2, 2);
        heads(table, "day", "kind", "sold", "kept", "amount");
        for (StatementLine line : lines) {
            table.addCell(cell(type.set(day(line.at().atZone(zone).toLocalDate()), SMALL), true));
            row(
                    table,
                    what(line),
                    money(line.goods() + line.delivery() + line.tax()),
                    money(line.commission() + line.feeTax() + line.handling()),
                    money(line.amount()));
        }
        return table;
    }

    private String what(StatementLine line) {
        String original = line.original() == null ? "" : words.say("original", line.original());
        return Stream.of(words.say("kind." + line.kind()), line.reference(), original)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private void heads(PdfPTable table, String first, String... more) {
        table.addCell(cell(type.strong(words.say(first), SMALL), true));
        for (String key : more) {
            table.addCell(cell(type.strong(words.say(key), SMALL), key.equals("kind")));
        }
        table.setHeaderRows(1);
    }

    private void row(PdfPTable table, String first, String... more) {
        table.addCell(cell(type.set(first, SMALL), true));
        for (String text : more) {
            table.addCell(cell(type.set(text, SMALL), false));
        }
    }

    private static Paragraph spaced(Phrase text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.setSpacingBefore(10);
        paragraph.setSpacingAfter(6);
        return paragraph;
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        return table;
    }

    private static PdfPCell cell(Phrase text, boolean left) {
        PdfPCell cell = new PdfPCell();
        cell.setHorizontalAlignment(left ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        cell.setPadding(4);
        cell.setBorderColor(LINE);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setPhrase(text);
        return cell;
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(words.locale())
                .format(day);
    }

    private String money(long minor) {
        return new Money(minor, statement.currency()).format(words.locale());
    }
}
