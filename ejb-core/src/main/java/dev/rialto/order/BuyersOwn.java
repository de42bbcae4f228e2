package dev.rialto.order;

import dev.rialto.membership.ErasureAsked;
import dev.rialto.membership.MemberErased;
import dev.rialto.membership.PersonalData;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Database;
import dev.rialto.platform.KeptRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What orders know about a member: handed out with the rest, and erased once every order is finished. An order is finished
 * when each part is delivered, cancelled or lapsed, or was shipped a while ago. Orders of the same mail address without the
 * account are nobody's to hand out or erase: an address is not proved by joining with it.
 */
@ApplicationScoped
class BuyersOwn {
    private static final Duration ON_ITS_WAY = Duration.ofDays(14);
    private static final String ORDERS = """
            select p.number, p.placed_at, p.state, p.payment_method, p.currency, p.total,
                   c.email, c.name, c.phone, c.country, c.region, c.city, c.street, c.extra, c.postcode, c.note,
                   (select json_agg(json_build_object('title', l.title, 'variant', l.variant_title, 'seller', s.seller_name,
                        'quantity', l.quantity, 'amount', l.amount) order by s.number, l.number)
                    from sub_order s join order_line l on l.sub_order_id = s.id where s.order_id = p.id) as lines
            from purchase p left join purchase_contact c on c.order_id = p.id
            where p.account_id = :account order by p.placed_at desc, p.id
            """;

    private final Database database;
    private final KeptRows rows;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    BuyersOwn(Database database, KeptRows rows, Outbox outbox, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BuyersOwn() {
        this(null, null, null, null);
    }

    void handOut(@Observes PersonalData wanted) {
        wanted.add("orders", rows.of(wanted.accountId(), ORDERS));
    }

    void nameUnfinished(@Observes ErasureAsked ask) {
        database.sql()
                .createQuery("""
                        select distinct p.number from purchase p join sub_order s on s.order_id = p.id
                        where p.account_id = :account and (s.state in ('awaiting_deposit', 'to_ship', 'partly_shipped')
                            or s.state = 'shipped' and exists (
                                select from shipment h where h.sub_order_id = s.id and h.shipped_at > :since))
                        order by p.number limit 20
                        """)
                .bind("account", ask.accountId())
                .bind("since", clock.instant().minus(ON_ITS_WAY))
                .mapTo(String.class)
                .forEach(number -> ask.isUnfinished("orders", number));
    }

    void forget(@Observes MemberErased erased) {
        List<UUID> orders = database.sql()
                .createQuery("update purchase set token_hash = null where account_id = :account returning id")
                .bind("account", erased.accountId())
                .mapTo(UUID.class)
                .list();
        database.sql()
                .createUpdate("delete from purchase_contact where order_id = any(:orders)")
                .bind("orders", orders.toArray(UUID[]::new))
                .execute();
        outbox.forget(erased.caller(), orders);
    }
}
