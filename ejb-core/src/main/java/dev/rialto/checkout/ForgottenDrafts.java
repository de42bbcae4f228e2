package dev.rialto.checkout;

import dev.rialto.membership.ErasureAsked;
import dev.rialto.membership.MemberErased;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** What a member typed on the way to an order goes with the person, unless a payment is under way. */
@ApplicationScoped
class ForgottenDrafts {
    private static final Duration PAYING_AT_MOST = Duration.ofDays(1);

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ForgottenDrafts(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ForgottenDrafts() {
        this(null, null, null);
    }

    void nameUnfinished(@Observes ErasureAsked ask) {
        boolean paying = database.sql()
                .createQuery("""
                        select exists (select from checkout
                            where account_id = :account and state = 'paying' and updated_at > :since)
                        """)
                .bind("account", ask.accountId())
                .bind("since", clock.instant().minus(PAYING_AT_MOST))
                .mapTo(boolean.class)
                .one();
        if (paying) {
            ask.isUnfinished("payments", "…");
        }
    }

    void forget(@Observes MemberErased erased) {
        database.sql().createUpdate("""
                        update checkout set draft = '{}', token_hash = null, version = version + 1,
                            state = case when state in ('draft', 'priced') then 'abandoned' else state end
                        where account_id = :account
                        """).bind("account", erased.accountId()).execute();
        database.sql().createUpdate("""
                        delete from cart_line where cart_id in (
                            select id from cart where account_id = :account and state = 'open')
                        """).bind("account", erased.accountId()).execute();
        outbox.forget(
                erased.caller(),
                database.sql()
                        .createQuery("""
                                select p.id from payment p join checkout c on c.id = p.checkout_id
                                where c.account_id = :account
                                union all
                                select id from cart where account_id = :account
                                """)
                        .bind("account", erased.accountId())
                        .mapTo(UUID.class)
                        .list());
    }
}
