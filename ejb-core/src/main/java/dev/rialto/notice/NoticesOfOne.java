package dev.rialto.notice;

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
 * Reports of goods that a member made while signed in: handed out with the rest. The case and its reasons stay; who
 * reported, and the address for the answer, go with the person.
 */
@ApplicationScoped
class NoticesOfOne {
    private static final String KEPT = """
            select title as goods, reason, words, email, language, state, received_at, statement
            from notice where reported_by = :account order by received_at desc, id
            """;

    private final Database database;
    private final KeptRows rows;
    private final Outbox outbox;

    @Inject
    NoticesOfOne(Database database, KeptRows rows, Outbox outbox) {
        this.database = database;
        this.rows = rows;
        this.outbox = outbox;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected NoticesOfOne() {
        this(null, null, null);
    }

    void handOut(@Observes PersonalData wanted) {
        wanted.add("notices", rows.of(wanted.accountId(), KEPT));
    }

    void forget(@Observes MemberErased erased) {
        outbox.forget(
                erased.caller(),
                database.sql()
                        .createQuery("""
                                update notice set email = null, reported_by = null where reported_by = :account returning id
                                """)
                        .bind("account", erased.accountId())
                        .mapTo(UUID.class)
                        .list());
    }
}
