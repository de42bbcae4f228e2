package dev.rialto.refund;

import dev.rialto.membership.ErasureAsked;
import dev.rialto.membership.PersonalData;
import dev.rialto.platform.Database;
import dev.rialto.platform.KeptRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * What is, or was, owed back to a member: handed out with the rest. It is the books', with the note of who sent it, and stays;
 * whoever is owed money is
 * not erased before it was sent.
 */
@ApplicationScoped
class RefundsOfOne {
    private static final String KEPT = """
            select s.number, r.kind, r.state, r.currency, r.amount, r.reason, r.created_at, r.settled_at, r.settled_note as note
            from refund_owed r join purchase p on p.id = r.order_id join sub_order s on s.id = r.sub_order_id
            where p.account_id = :account order by r.created_at desc, r.id
            """;

    private final Database database;
    private final KeptRows rows;

    @Inject
    RefundsOfOne(Database database, KeptRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RefundsOfOne() {
        this(null, null);
    }

    void handOut(@Observes PersonalData wanted) {
        wanted.add("refunds", rows.of(wanted.accountId(), KEPT));
    }

    void nameUnfinished(@Observes ErasureAsked ask) {
        database.sql()
                .createQuery("""
                        select distinct p.number from refund_owed r join purchase p on p.id = r.order_id
                        where p.account_id = :account and r.state not in ('paid', 'refused') order by p.number limit 20
                        """)
                .bind("account", ask.accountId())
                .mapTo(String.class)
                .forEach(number -> ask.isUnfinished("refunds", number));
    }
}
