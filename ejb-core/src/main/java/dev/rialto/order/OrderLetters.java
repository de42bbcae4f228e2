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
import java.util.Map;
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

    /**
     * What a mail is about.
     *
     * @param contacts how each seller is reached, by its id
     */
    record About(SiteView site, PlaceOrder order, PlacedOrder placed, Map<String, String> contacts) {}

    OutgoingMail paid(About about) {
        Words words = Words.of(BUNDLE, about.order().language());
        Letter.Draft letter = head(about, words)
                .say(words.say("paid_by_" + about.order().method().stored()));
        return mail(about.site(), about.order(), finish(letter, about, words));
    }

    OutgoingMail deposit(About about, PaymentView deposit) {
        Words words = Words.of(BUNDLE, about.order().language());
        Letter.Draft letter = head(about, words)
                .say(words.say("deposit_asked"))
                .rows(words.say("deposit_heading"), bank(deposit, words));
        return mail(about.site(), about.order(), finish(letter, about, words));
    }

    private static Letter.Draft head(About about, Words words) {
        return Letter.in(
                        about.order().language(),
                        words.say(
                                "placed_subject",
                                about.site().name(),
                                about.placed().number()))
                .say(words.say("greeting", about.order().buyer().name()))
                .say(words.say("placed", about.placed().number()));
    }

    private Letter finish(Letter.Draft letter, About about, Words words) {
        PlacedOrder placed = about.placed();
        about.order().goods().parts().forEach(part -> letter.rows(part.sellerName(), part(part, about, words)));
        return letter.rows(words.say("total_heading"), totals(about.order().goods(), words))
                .rows(words.say("address_heading"), address(about.order().buyer(), words))
                .link(words.say("see_order"), links.addressOf(about.site(), placed.id(), placed.number()))
                .say(words.say("goodbye", about.site().name()))
                .done();
    }

    private static List<Letter.Row> part(PricedPart part, About about, Words words) {
        List<Letter.Row> rows = new ArrayList<>();
        for (PricedLine line : part.lines()) {
            String detail = line.variantTitle().isEmpty()
                    ? "× " + line.quantity()
                    : line.variantTitle() + " × " + line.quantity();
            rows.add(new Letter.Row(line.title(), detail, amount(line.fullAmount(), part.currency(), words), false));
        }
        if (part.coupon() != null && !part.couponTotal().isZero()) {
            rows.add(new Letter.Row(
                    words.say("coupon"),
                    part.coupon().label(),
                    format(part.couponTotal().negated(), words),
                    false));
        }
        rows.add(new Letter.Row(
                words.say("delivery"),
                part.delivery().name(),
                amount(part.delivery().amount(), part.currency(), words),
                false));
        String contact = about.contacts().getOrDefault(part.tenantId().toString(), "");
        if (!contact.isEmpty()) {
            rows.add(Letter.Row.of(words.say("seller_contact"), contact));
        }
        return rows;
    }

    private static List<Letter.Row> totals(PricedGoods goods, Words words) {
        List<Letter.Row> rows = new ArrayList<>();
        rows.add(Letter.Row.of(words.say("goods"), format(goods.goodsTotal(), words)));
        Money byRate = goods.discountTotal().minus(goods.couponTotal());
        if (!byRate.isZero()) {
            rows.add(Letter.Row.of(words.say("discount"), format(byRate.negated(), words)));
        }
        if (!goods.couponTotal().isZero()) {
            rows.add(Letter.Row.of(
                    words.say("coupon"), format(goods.couponTotal().negated(), words)));
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
                                words.country(buyer.country()))
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
