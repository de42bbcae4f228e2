package dev.rialto.bankfile;

import dev.rialto.membership.ErasureAsked;
import dev.rialto.membership.MemberErased;
import dev.rialto.membership.PersonalData;
import dev.rialto.platform.Database;
import dev.rialto.platform.KeptRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * What the bank's files say of a member who paid by transfer: handed out with the rest. Amount, day and order stay for the
 * books; name and words go with the person, once nothing of it waits for a decision.
 */
@ApplicationScoped
class CreditsOfOne {
    private static final String KEPT = """
            select p.number, e.booked_on, e.payer, e.message, e.currency, e.amount, e.back, e.state, e.note
            from bank_entry e join purchase p on p.id = e.order_id
            where p.account_id = :account order by e.booked_on desc, e.id
            """;

    private final Database database;
    private final KeptRows rows;

    @Inject
    CreditsOfOne(Database database, KeptRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CreditsOfOne() {
        this(null, null);
    }

    void handOut(@Observes PersonalData wanted) {
        wanted.add("bank_entries", rows.of(wanted.accountId(), KEPT));
    }

    void nameUnfinished(@Observes ErasureAsked ask) {
        database.sql()
                .createQuery("""
                        select distinct p.number from bank_entry e join purchase p on p.id = e.order_id
                        where p.account_id = :account
                          and e.state in ('matched', 'short', 'over', 'double', 'late', 'refund')
                        order by p.number limit 20
                        """)
                .bind("account", ask.accountId())
                .mapTo(String.class)
                .forEach(number -> ask.isUnfinished("transfers", number));
    }

    void forget(@Observes MemberErased erased) {
        database.sql().createUpdate("""
                        update bank_entry e set payer = '—', message = '—'
                        from purchase p where p.id = e.order_id and p.account_id = :account
                        """).bind("account", erased.accountId()).execute();
    }
}
