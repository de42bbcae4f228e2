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
import dev.rialto.order.Buyer;
import dev.rialto.order.OrderView;
import dev.rialto.order.SubOrderView;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the tax invoice of one seller's part of an order on A4. */
final class TaxInvoice {
    private static final float SMALL = 8.5f;
    private static final float NORMAL = 10f;

    private final OrderView order;
    private final SubOrderView part;
    private final InvoiceBook.Seller seller;
    private final List<InvoiceBook.Extra> extras;
    private final ZoneId zone;
    private final Words words;
    private final Typeface type;

    /**
     * What the paper says beside the order.
     *
     * @param extras what was paid for dearer replacements
     * @param zone of the mall, for days
     */
    record Facts(InvoiceBook.Seller seller, List<InvoiceBook.Extra> extras, ZoneId zone) {
        Facts {
            extras = List.copyOf(extras);
        }
    }

    TaxInvoice(OrderView order, SubOrderView part, Facts facts, Typeface type) {
        this.order = order;
        this.part = part;
        this.seller = facts.seller();
        this.extras = facts.extras();
        this.zone = facts.zone();
        this.type = type;
        this.words = Words.of("dev.rialto.document.words", order.language());
    }

    byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document paper = new Document(PageSize.A4, 48, 48, 48, 48);
        PdfWriter.getInstance(paper, out);
        paper.addTitle(words.say("title") + " " + part.number());
        paper.addAuthor(sellerName());
        paper.open();
        paper.add(new Paragraph(type.strong(words.say("title"), 20)));
        paper.add(head());
        paper.add(parties());
        paper.add(lines());
        paper.add(sums());
        paper.add(spaced(type.set(words.say(order.taxIncluded() ? "included" : "added"), SMALL)));
        paper.close();
        return out.toByteArray();
    }

    private String sellerName() {
        return seller.legalName() == null || seller.legalName().isBlank() ? seller.name() : seller.legalName();
    }

    private Paragraph head() {
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.locale())
                .format(order.placedAt().atZone(zone));
        return spaced(type.set(words.say("head", part.number(), order.number(), day), NORMAL));
    }

    private static Paragraph spaced(Phrase text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.setSpacingBefore(6);
        paragraph.setSpacingAfter(12);
        return paragraph;
    }

    private PdfPTable parties() {
        PdfPTable table = Ruled.table(1, 1);
        table.addCell(party(
                words.say("seller"),
                Stream.of(
                        sellerName(),
                        number(seller.registrationNumber()),
                        seller.address(),
                        seller.country() == null ? null : words.country(seller.country()),
                        seller.email(),
                        seller.phone())));
        Buyer buyer = order.buyer();
        table.addCell(party(
                words.say("buyer"),
                buyer == null
                        ? Stream.of(words.say("erased"))
                        : Stream.of(
                                buyer.name(),
                                buyer.street(),
                                buyer.extra(),
                                Stream.of(buyer.postcode(), buyer.city(), buyer.region())
                                        .filter(TaxInvoice::isThere)
                                        .collect(Collectors.joining(" ")),
                                words.country(buyer.country()),
                                buyer.email())));
        return table;
    }

    private @Nullable String number(@Nullable String registration) {
        return registration == null || registration.isBlank() ? null : words.say("registration", registration);
    }

    private static boolean isThere(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private PdfPCell party(String heading, Stream<@Nullable String> facts) {
        PdfPCell cell = Ruled.cell(Element.ALIGN_LEFT);
        cell.addElement(type.strong(heading, SMALL));
        facts.filter(TaxInvoice::isThere).forEach(fact -> cell.addElement(type.set(String.valueOf(fact), NORMAL)));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingBottom(16);
        return cell;
    }

    private PdfPTable lines() {
        PdfPTable table = Ruled.table(5, 1, 2, 1, 2);
        for (String head : List.of("goods", "quantity", "price", "rate", "amount")) {
            table.addCell(Ruled.cell(type.strong(words.say(head), SMALL), head.equals("goods")));
        }
        table.setHeaderRows(1);
        for (SubOrderView.Line line : part.lines()) {
            String title =
                    line.variantTitle().isEmpty() ? line.title() : line.title() + " (" + line.variantTitle() + ")";
            row(
                    table,
                    title,
                    String.valueOf(line.quantity()),
                    money(line.unitPrice()),
                    rate(line.taxBp()),
                    money(line.fullAmount()));
        }
        if (part.couponTotal() > 0) {
            row(table, words.say("coupon", String.valueOf(part.couponCode())), "", "", "", money(-part.couponTotal()));
        }
        row(
                table,
                words.say("delivery") + " · " + part.deliveryName(),
                "1",
                money(part.deliveryTotal()),
                "",
                money(part.deliveryTotal()));
        for (InvoiceBook.Extra extra : extras) {
            long shown = order.taxIncluded() ? extra.total() : extra.total() - extra.tax();
            row(
                    table,
                    words.say("exchange", extra.number(), extra.goods()),
                    "1",
                    money(shown),
                    rate(extra),
                    money(shown));
        }
        return table;
    }

    private void row(PdfPTable table, String first, String... numbers) {
        table.addCell(Ruled.cell(type.set(first, NORMAL), true));
        for (String number : numbers) {
            table.addCell(Ruled.cell(type.set(number, NORMAL), false));
        }
    }

    private PdfPTable sums() {
        PdfPTable table = Ruled.table(4, 2);
        long total = part.total()
                + extras.stream().mapToLong(InvoiceBook.Extra::total).sum();
        long taxTotal = part.taxTotal()
                + extras.stream().mapToLong(InvoiceBook.Extra::tax).sum();
        sum(table, words.say("net"), money(total - taxTotal));
        for (Map.Entry<Integer, Money> tax :
                InvoiceFacts.taxes(order, part, extras).entrySet()) {
            sum(table, taxName(tax.getKey()), tax.getValue().format(words.locale()));
        }
        table.addCell(Ruled.cell(type.strong(words.say("total"), NORMAL), false));
        table.addCell(Ruled.cell(type.strong(money(total), NORMAL), false));
        if (seller.refunded() > 0) {
            sum(table, words.say("refunded"), money(-seller.refunded()));
        }
        return table;
    }

    private String taxName(int rate) {
        return switch (rate) {
            case InvoiceFacts.ON_DELIVERY -> words.say("tax_delivery");
            case InvoiceFacts.ON_EXCHANGE -> words.say("tax_exchange");
            default -> words.say("tax", rate(rate));
        };
    }

    private void sum(PdfPTable table, String name, String amount) {
        table.addCell(Ruled.cell(type.set(name, NORMAL), false));
        table.addCell(Ruled.cell(type.set(amount, NORMAL), false));
    }

    private String money(long minor) {
        return new Money(minor, order.currency()).format(words.locale());
    }

    private static String rate(InvoiceBook.Extra extra) {
        return extra.taxBp() == null ? "" : rate(extra.taxBp());
    }

    private static String rate(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }
}
