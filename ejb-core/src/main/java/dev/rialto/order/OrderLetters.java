package dev.rialto.order;

import dev.rialto.fulfilment.OrderLinks;
import dev.rialto.kernel.Money;
import dev.rialto.message.Letter;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.payment.BankAccountView;
import dev.rialto.payment.PaymentView;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The mail of a new order: number, lines by seller, delivery, tax, total and how it is paid (D52). */
@ApplicationScoped
class OrderLetters {
    static final String BUNDLE = "dev.rialto.order.letters";

    private final OrderLinks links;

    @Inject
    OrderLetters(OrderLinks links) {
        this.links = links;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OrderLetters() {
        this(null);
    }

    OutgoingMail paid(SiteView site, PlaceOrder order, PlacedOrder placed) {
        Words words = Words.of(BUNDLE, order.language());
        Letter.Draft letter = head(site, order, placed, words).say(words.say("paid_by_card"));
        return mail(site, order, finish(letter, site, order, placed, words));
    }

    OutgoingMail deposit(SiteView site, PlaceOrder order, PlacedOrder placed, PaymentView deposit) {
        Words words = Words.of(BUNDLE, order.language());
        Letter.Draft letter = head(site, order, placed, words)
                .say(words.say("deposit_asked"))
                .rows(words.say("deposit_heading"), bank(deposit, words));
        return mail(site, order, finish(letter, site, order, placed, words));
    }

    private static Letter.Draft head(SiteView site, PlaceOrder order, PlacedOrder placed, Words words) {
        return Letter.in(order.language(), words.say("placed_subject", site.name(), placed.number()))
                .say(words.say("greeting", order.buyer().name()))
                .say(words.say("placed", placed.number()));
    }

    private Letter finish(Letter.Draft letter, SiteView site, PlaceOrder order, PlacedOrder placed, Words words) {
        order.goods().parts().forEach(part -> letter.rows(part.sellerName(), part(part, words)));
        return letter.rows(words.say("total_heading"), totals(order.goods(), words))
                .rows(words.say("address_heading"), address(order.buyer(), words))
                .link(words.say("see_order"), links.addressOf(site, placed.id(), placed.number()))
                .say(words.say("goodbye", site.name()))
                .done();
    }

    private static List<Letter.Row> part(PricedPart part, Words words) {
        List<Letter.Row> rows = new ArrayList<>();
        for (PricedLine line : part.lines()) {
            String detail = line.variantTitle().isEmpty()
                    ? "× " + line.quantity()
                    : line.variantTitle() + " × " + line.quantity();
            rows.add(new Letter.Row(line.title(), detail, amount(line.amount(), part.currency(), words), false));
        }
        rows.add(new Letter.Row(
                words.say("delivery"),
                part.delivery().name(),
                amount(part.delivery().amount(), part.currency(), words),
                false));
        return rows;
    }

    private static List<Letter.Row> totals(PricedGoods goods, Words words) {
        List<Letter.Row> rows = new ArrayList<>();
        rows.add(Letter.Row.of(words.say("goods"), format(goods.goodsTotal(), words)));
        if (!goods.discountTotal().isZero()) {
            rows.add(Letter.Row.of(
                    words.say("discount"), format(goods.discountTotal().negated(), words)));
        }
        rows.add(Letter.Row.of(words.say("delivery"), format(goods.deliveryTotal(), words)));
        String tax = goods.taxIncluded() ? "tax_included" : "tax_added";
        rows.add(Letter.Row.of(words.say(tax), format(goods.taxTotal(), words)));
        rows.add(new Letter.Row(words.say("total"), "", format(goods.total(), words), true));
        return rows;
    }

    private static List<Letter.Row> bank(PaymentView deposit, Words words) {
        BankAccountView account = Objects.requireNonNull(deposit.bankAccount());
        String due = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.locale())
                .format(Objects.requireNonNull(deposit.dueOn()));
        return List.of(
                Letter.Row.of(words.say("bank"), account.bank()),
                Letter.Row.of(words.say("account_number"), account.number()),
                Letter.Row.of(words.say("account_holder"), account.holder()),
                new Letter.Row(words.say("deposit_amount"), "", format(deposit.amount(), words), true),
                Letter.Row.of(words.say("due_on"), due));
    }

    private static List<Letter.Row> address(Buyer buyer, Words words) {
        String place = String.join(
                ", ",
                java.util.stream.Stream.of(
                                buyer.street(),
                                buyer.extra(),
                                buyer.city(),
                                buyer.region(),
                                buyer.postcode(),
                                buyer.country())
                        .filter(text -> text != null && !text.isBlank())
                        .toList());
        return List.of(Letter.Row.of(words.say("name"), buyer.name()), Letter.Row.of(words.say("address"), place));
    }

    private static OutgoingMail mail(SiteView site, PlaceOrder order, Letter letter) {
        return new OutgoingMail(
                "order_placed",
                null,
                order.orderId(),
                site.name(),
                order.buyer().email(),
                letter);
    }

    private static String amount(long minor, String currency, Words words) {
        return format(new Money(minor, currency), words);
    }

    static String format(Money money, Words words) {
        return money.format(words.locale());
    }
}
