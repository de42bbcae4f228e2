package dev.rialto.conversation;

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
 * What a member wrote with sellers and the mall: handed out with the rest. The words go with the person; what the mall
 * decided stays, and nobody is erased while the mall is still to decide.
 */
@ApplicationScoped
class TalksOfOne {
    private static final String KEPT = """
            select p.number, s.seller_name as seller, m.author, m.kind, m.body as words, m.at
            from conversation_message m
            join conversation c on c.id = m.conversation_id
            join sub_order s on s.id = c.sub_order_id
            join purchase p on p.id = c.order_id
            where p.account_id = :account order by m.at, m.id
            """;

    private final Database database;
    private final KeptRows rows;
    private final Outbox outbox;

    @Inject
    TalksOfOne(Database database, KeptRows rows, Outbox outbox) {
        this.database = database;
        this.rows = rows;
        this.outbox = outbox;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected TalksOfOne() {
        this(null, null, null);
    }

    void handOut(@Observes PersonalData wanted) {
        wanted.add("messages", rows.of(wanted.accountId(), KEPT));
    }

    void nameUnfinished(@Observes ErasureAsked ask) {
        database.sql()
                .createQuery("""
                        select distinct p.number from conversation c join purchase p on p.id = c.order_id
                        where p.account_id = :account and c.state = 'disputed' order by p.number limit 20
                        """)
                .bind("account", ask.accountId())
                .mapTo(String.class)
                .forEach(number -> ask.isUnfinished("disputes", number));
    }

    void forget(@Observes MemberErased erased) {
        database.sql().execute("select forget_talks_of(?)", erased.accountId());
        outbox.forget(
                erased.caller(),
                database.sql()
                        .createQuery("""
                                select c.id from conversation c join purchase p on p.id = c.order_id
                                where p.account_id = :account
                                """)
                        .bind("account", erased.accountId())
                        .mapTo(UUID.class)
                        .list());
    }
}
