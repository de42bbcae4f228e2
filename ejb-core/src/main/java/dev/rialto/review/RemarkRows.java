package dev.rialto.review;

import dev.rialto.kernel.Page;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads remarks; row-level security decides which. */
@ApplicationScoped
class RemarkRows {
    private static final int MOST = 200;
    private static final String SELECT = """
            select r.id, upper(r.kind) as kind, r.goods_id, coalesce(t.title, '') as goods_title, g.slug,
                   r.tenant_id as seller, r.author, r.stars, r.title, r.words, upper(r.state) as state, r.written_at,
                   r.edited_at, r.answer, r.answered_at, r.moderation_reason, r.reports, r.version
            from remark r join goods g on g.id = r.goods_id
            left join goods_text t on t.goods_id = g.id and t.language = g.default_language
            """;

    private final Database database;

    @Inject
    RemarkRows(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RemarkRows() {
        this(null);
    }

    /** What is looked for; null is any. */
    record Wanted(
            @Nullable RemarkKind kind,
            @Nullable RemarkState state,
            @Nullable UUID goods,
            @Nullable String text,
            @Nullable UUID after,
            int limit) {}

    Page<RemarkView> list(Wanted wanted) {
        int limit = Math.max(1, Math.min(MOST, wanted.limit()));
        List<RemarkView> found = bind(wanted, limit).mapTo(RemarkView.class).list();
        return Page.of(found, limit, Function.identity(), last -> last.id().toString());
    }

    private Query bind(Wanted wanted, int limit) {
        return database.sql()
                .createQuery(SELECT + """
                         where (:kind::text is null or r.kind = :kind) and (:state::text is null or r.state = :state)
                           and (:goods::uuid is null or r.goods_id = :goods) and (:after::uuid is null or r.id < :after)
                           and (:text::text is null or position(lower(:text) in lower(r.words)) > 0
                                or position(lower(:text) in lower(t.title)) > 0)
                         order by r.id desc limit :limit
                        """)
                .bind("kind", wanted.kind() == null ? null : wanted.kind().stored())
                .bind("state", wanted.state() == null ? null : wanted.state().stored())
                .bind("goods", wanted.goods())
                .bind("text", wanted.text())
                .bind("after", wanted.after())
                .bind("limit", limit + 1);
    }

    /** Takes a remark in hand until the transaction ends. */
    RemarkView take(UUID id, long version) {
        database.sql()
                .select("select id from remark where id = ? for no key update", id)
                .mapTo(UUID.class)
                .findOne();
        RemarkView found = find(id).orElseThrow(ReviewError.REMARK_NOT_FOUND::now);
        if (found.version() != version) {
            throw ReviewError.REMARK_CHANGED.because("version", "stale");
        }
        return found;
    }

    Optional<RemarkView> find(UUID id) {
        return database.sql()
                .createQuery(SELECT + " where r.id = :id")
                .bind("id", id)
                .mapTo(RemarkView.class)
                .findOne();
    }

    /** The newest review of somebody about goods. */
    Optional<RemarkView> own(UUID goods, UUID account) {
        return database.sql()
                .createQuery(SELECT + """
                         where r.goods_id = :goods and r.account_id = :account and r.kind = 'review'
                         order by r.id desc limit 1
                        """)
                .bind("goods", goods)
                .bind("account", account)
                .mapTo(RemarkView.class)
                .findOne();
    }
}
