package dev.rialto.returns;

import dev.rialto.membership.ErasureAsked;
import dev.rialto.membership.MemberErased;
import dev.rialto.membership.PersonalData;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Database;
import dev.rialto.platform.KeptRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * What returns know about a member: handed out with the rest, and forgotten with the person. Who has a return going on, or
 * money of one to come, is not erased before it is over.
 */
@ApplicationScoped
class ReturnsOfOne {
    private static final String KEPT = """
            select c.number, c.ground, c.wish, c.state, c.reason, c.answer, c.currency, c.refund_amount, c.extra_amount,
                   c.requested_at,
                   (select json_agg(json_build_object('title', l.title, 'variant', l.variant_title, 'quantity', r.quantity,
                        'replacement', r.replacement_title) order by l.number)
                    from return_line r join order_line l on l.id = r.order_line_id where r.return_id = c.id) as lines
            from return_case c join purchase p on p.id = c.order_id
            where p.account_id = :account order by c.requested_at desc, c.id
            """;

    private final Database database;
    private final KeptRows rows;
    private final Outbox outbox;

    @Inject
    ReturnsOfOne(Database database, KeptRows rows, Outbox outbox) {
        this.database = database;
        this.rows = rows;
        this.outbox = outbox;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ReturnsOfOne() {
        this(null, null, null);
    }

    void handOut(@Observes PersonalData wanted) {
        wanted.add("returns", rows.of(wanted.accountId(), KEPT));
    }

    void nameUnfinished(@Observes ErasureAsked ask) {
        database.sql()
                .createQuery("""
                        select c.number from return_case c join purchase p on p.id = c.order_id
                        where p.account_id = :account and c.state in ('requested', 'approved', 'received', 'inspected', 'to_pay')
                        order by c.number limit 20
                        """)
                .bind("account", ask.accountId())
                .mapTo(String.class)
                .forEach(number -> ask.isUnfinished("returns", number));
    }

    /** Amounts, pieces and steps are the books'; the words that were written are the person's. */
    void forget(@Observes MemberErased erased) {
        outbox.forget(
                erased.caller(),
                database.sql()
                        .createQuery("""
                                update return_case c set reason = '—', answer = null from purchase p
                                where p.id = c.order_id and p.account_id = :account returning c.id
                                """)
                        .bind("account", erased.accountId())
                        .mapTo(UUID.class)
                        .list());
    }
}
