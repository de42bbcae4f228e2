package dev.rialto.review;

import dev.rialto.membership.MemberErased;
import dev.rialto.membership.PersonalData;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Database;
import dev.rialto.platform.KeptRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** A member's reviews and questions: handed out with the rest, and taken down with the person. */
@ApplicationScoped
class RemarksOfOne {
    private static final String KEPT = """
            select r.kind, t.title as goods, r.author as name, r.language, r.stars, r.title, r.words, r.state, r.written_at,
                   r.edited_at, r.answer
            from remark r
            join goods g on g.id = r.goods_id
            left join goods_text t on t.goods_id = g.id and t.language = g.default_language
            where r.account_id = :account order by r.written_at desc, r.id
            """;

    private final Database database;
    private final KeptRows rows;
    private final Outbox outbox;

    @Inject
    RemarksOfOne(Database database, KeptRows rows, Outbox outbox) {
        this.database = database;
        this.rows = rows;
        this.outbox = outbox;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RemarksOfOne() {
        this(null, null, null);
    }

    void handOut(@Observes PersonalData wanted) {
        wanted.add("remarks", rows.of(wanted.accountId(), KEPT));
    }

    void forget(@Observes MemberErased erased) {
        outbox.forget(
                erased.caller(),
                database.sql()
                        .createQuery("delete from remark where account_id = :account returning id")
                        .bind("account", erased.accountId())
                        .mapTo(UUID.class)
                        .list());
    }
}
