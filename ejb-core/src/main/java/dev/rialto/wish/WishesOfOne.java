package dev.rialto.wish;

import dev.rialto.membership.MemberErased;
import dev.rialto.membership.PersonalData;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Database;
import dev.rialto.platform.KeptRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** What a member wishes for and waits for: handed out with the rest, and gone with the person. */
@ApplicationScoped
class WishesOfOne {
    private static final String WISHES = """
            select t.title as goods, s.name as shop, w.added_at
            from wish w join site s on s.id = w.site_id join goods g on g.id = w.goods_id
            left join goods_text t on t.goods_id = g.id and t.language = g.default_language
            where w.account_id = :account order by w.added_at desc, w.id
            """;
    private static final String NOTICES = """
            select t.title as goods, s.name as shop, n.state, n.asked_at, n.told_at
            from stock_notice n join site s on s.id = n.site_id join variant v on v.id = n.variant_id
            join goods g on g.id = v.goods_id
            left join goods_text t on t.goods_id = g.id and t.language = g.default_language
            where n.account_id = :account order by n.asked_at desc, n.id
            """;

    private final Database database;
    private final KeptRows rows;
    private final Outbox outbox;

    @Inject
    WishesOfOne(Database database, KeptRows rows, Outbox outbox) {
        this.database = database;
        this.rows = rows;
        this.outbox = outbox;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected WishesOfOne() {
        this(null, null, null);
    }

    void handOut(@Observes PersonalData wanted) {
        wanted.add("wishes", rows.of(wanted.accountId(), WISHES));
        wanted.add("stock_notices", rows.of(wanted.accountId(), NOTICES));
    }

    void forget(@Observes MemberErased erased) {
        database.sql().execute("delete from wish where account_id = ?", erased.accountId());
        outbox.forget(
                erased.caller(),
                database.sql()
                        .createQuery("delete from stock_notice where account_id = :account returning id")
                        .bind("account", erased.accountId())
                        .mapTo(UUID.class)
                        .list());
    }
}
