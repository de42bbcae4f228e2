package dev.rialto.fulfilment;

import dev.rialto.kernel.Caller;
import dev.rialto.message.Letter;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Database;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The mail that says what is on its way (D83). */
@ApplicationScoped
class ShippedLetter {
    private static final String BUNDLE = "dev.rialto.fulfilment.letters";

    private final Database database;
    private final SiteDirectory sites;
    private final OrderLinks links;

    @Inject
    ShippedLetter(Database database, SiteDirectory sites, OrderLinks links) {
        this.database = database;
        this.sites = sites;
        this.links = links;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ShippedLetter() {
        this(null, null, null);
    }

    private record Recipient(String number, UUID siteId, String language, String email, String name) {}

    OutgoingMail write(Caller caller, SubOrder subOrder, ShipSubOrder command, Map<SubOrderLine, Integer> pieces) {
        Recipient to = database.sql()
                .createQuery("""
                        select p.number, p.site_id, p.language, c.email, c.name
                        from purchase p join purchase_contact c on c.order_id = p.id where p.id = :order
                        """)
                .bind("order", subOrder.orderId())
                .mapTo(Recipient.class)
                .one();
        SiteView site = sites.byId(caller, to.siteId());
        Words words = Words.of(BUNDLE, to.language());
        Letter letter = Letter.in(to.language(), words.say("shipped_subject", site.name(), to.number()))
                .say(words.say("greeting", to.name()))
                .say(words.say("shipped", subOrder.sellerName(), to.number()))
                .rows(words.say("contents"), contents(pieces))
                .rows(null, tracking(command, words))
                .link(words.say("see_order"), links.addressOf(site, subOrder.orderId(), to.number()))
                .say(words.say("goodbye", site.name()))
                .done();
        return new OutgoingMail(
                "order_shipped", subOrder.tenantId(), subOrder.orderId(), site.name(), to.email(), letter);
    }

    private static List<Letter.Row> contents(Map<SubOrderLine, Integer> pieces) {
        return pieces.entrySet().stream()
                .map(entry -> Letter.Row.of(entry.getKey().title(), "× " + entry.getValue()))
                .toList();
    }

    private static List<Letter.Row> tracking(ShipSubOrder command, Words words) {
        List<Letter.Row> rows = new ArrayList<>();
        rows.add(Letter.Row.of(words.say("carrier"), command.carrier().strip()));
        String number = command.tracking();
        if (number != null) {
            rows.add(Letter.Row.of(words.say("tracking_number"), number));
        }
        return rows;
    }
}
