package dev.rialto.order;

import dev.rialto.fulfilment.OrderLinks;
import dev.rialto.kernel.Money;
import dev.rialto.message.Letter;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Database;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The mails of an order that changed as a whole; none once the person was erased. */
@ApplicationScoped
class ChangeLetters {
    private final OrderLinks links;
    private final Database database;

    @Inject
    ChangeLetters(OrderLinks links, Database database) {
        this.links = links;
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ChangeLetters() {
        this(null, null);
    }

    List<OutgoingMail> paid(SiteView site, OrderView order, Money amount) {
        Words words = words(order);
        return letter(site, order, "paid", List.of(words.say("paid", amount.format(words.locale()), order.number())));
    }

    List<OutgoingMail> lapsed(SiteView site, OrderView order) {
        return letter(site, order, "lapsed", List.of(words(order).say("lapsed", order.number())));
    }

    List<OutgoingMail> cancelled(SiteView site, OrderView order, Money back) {
        Words words = words(order);
        List<String> said = new ArrayList<>(List.of(words.say("cancelled", order.number())));
        said.addAll(money(order, back, words));
        return letter(site, order, "cancelled", said);
    }

    /** What goes back, and what was only reserved and is let go. */
    private List<String> money(OrderView order, Money amount, Words words) {
        Money reserved = new Money(reserved(order), amount.currency());
        Money released = amount.isMoreThan(reserved) ? reserved : amount;
        List<String> said = new ArrayList<>();
        if (!released.isZero()) {
            said.add(words.say("released", released.format(words.locale())));
        }
        if (amount.isMoreThan(released)) {
            said.add(words.say("refunded", amount.minus(released).format(words.locale())));
        }
        return said;
    }

    /** What is authorised and taken with shipments only, in minor units. */
    private long reserved(OrderView order) {
        return database.sql()
                .select("""
                        select p.amount - p.captured - p.released from payment p join purchase o on o.payment_id = p.id
                        where o.id = ? and p.state = 'approved' and p.capture_at = 'shipment'
                        """, order.id())
                .mapTo(long.class)
                .findOne()
                .orElse(0L);
    }

    List<OutgoingMail> partCancelled(SiteView site, OrderView order, SubOrderView part, String reason) {
        Words words = words(order);
        Money total = new Money(part.total(), order.currency());
        List<String> said = new ArrayList<>(
                List.of(words.say("part_cancelled", part.sellerName(), order.number()), words.say("because", reason)));
        said.addAll(money(order, total, words));
        return letter(site, order, "part_cancelled", said);
    }

    List<OutgoingMail> goodwill(SiteView site, OrderView order, Money amount, String reason) {
        Words words = words(order);
        return letter(
                site,
                order,
                "goodwill",
                List.of(
                        words.say("goodwill", order.number()),
                        words.say("because", reason),
                        words.say("refunded", amount.format(words.locale()))));
    }

    private List<OutgoingMail> letter(SiteView site, OrderView order, String event, List<String> said) {
        Buyer buyer = order.buyer();
        if (buyer == null) {
            return List.of();
        }
        Words words = words(order);
        Letter.Draft letter = Letter.in(order.language(), words.say(event + "_subject", site.name(), order.number()))
                .say(words.say("greeting", buyer.name()));
        said.forEach(letter::say);
        letter.link(words.say("see_order"), links.addressOf(site, order.id(), order.number()))
                .say(words.say("goodbye", site.name()));
        return List.of(new OutgoingMail("order_" + event, null, order.id(), site.name(), buyer.email(), letter.done()));
    }

    private static Words words(OrderView order) {
        return Words.of(OrderLetters.BUNDLE, order.language());
    }
}
