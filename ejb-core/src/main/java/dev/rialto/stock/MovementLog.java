package dev.rialto.stock;

import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** Reads the log of movements, newest first. */
@ApplicationScoped
class MovementLog {
    private static final int MOST = 5_000;

    /** What was there afterwards is what is there now less all that moved since. */
    private static final String LOG = """
            with page as (
                select m.* from stock_movement m where true %s
                order by m.at desc, m.id desc limit :limit)
            select m.id, m.variant_id, coalesce(c.name, '') as seller_name, t.title,
                   array_to_string(option_words(v.option_texts, v.option_values, :language), ' / ') as variant_title, v.sku,
                   m.kind, m.quantity, m.reason, o.number as order_number, staff_name(m.account_id) as person, m.at,
                   (s.on_hand - coalesce((select sum(x.quantity) from stock_movement x
                                          where x.variant_id = m.variant_id and (x.at, x.id) > (m.at, m.id)), 0))::bigint
                       as after
            from page m
            join variant v on v.id = m.variant_id
            join goods g on g.id = v.goods_id
            join stock s on s.variant_id = m.variant_id and s.place_id = m.place_id
            join lateral (select title from goods_text where goods_id = g.id
                          order by language = :language desc, language = g.default_language desc limit 1) t on true
            left join seller c on c.id = m.tenant_id
            left join purchase o on o.id = m.order_id
            order by m.at desc, m.id desc
            """;

    private final Database database;

    @Inject
    MovementLog(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected MovementLog() {
        this(null);
    }

    Page<LoggedMovement> page(MovementFilter filter) {
        int limit = Math.max(1, Math.min(filter.limit(), MOST));
        Keyset after = Keyset.read(filter.cursor(), StockError.INVALID_CURSOR);
        Query statement = database.sql()
                .createQuery(LOG.formatted(conditions(filter)))
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("language", filter.language())
                .bind("variant", filter.variantId())
                .bind("tenant", filter.tenantId())
                .bind("text", filter.text() == null ? "" : StockLists.containing(filter.text()))
                .bind("kind", filter.kind())
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind("lastAt", after.at())
                .bind("last", after.id())
                .bind("limit", limit + 1);
        List<LoggedMovement> rows = statement.mapTo(LoggedMovement.class).list();
        return Page.of(rows, limit, Function.identity(), last -> Keyset.after(last.at(), last.id()));
    }

    private static String conditions(MovementFilter filter) {
        StringBuilder sql = new StringBuilder();
        add(sql, filter.variantId(), "m.variant_id = :variant");
        add(sql, filter.tenantId(), "m.tenant_id = :tenant");
        add(sql, filter.kind(), "m.kind = :kind");
        add(sql, filter.from(), "m.at >= :from");
        add(sql, filter.until(), "m.at < :until");
        add(sql, filter.cursor(), "(m.at, m.id) < (:lastAt, :last)");
        if (filter.text() != null && !filter.text().isBlank()) {
            sql.append(
                    " and (m.reason ilike :text or m.variant_id in (select v.id from variant v where v.sku ilike :text"
                            + " or v.goods_id in (select goods_id from goods_text where title ilike :text)))");
        }
        return sql.toString();
    }

    private static void add(StringBuilder sql, @org.jspecify.annotations.Nullable Object value, String condition) {
        if (value != null) {
            sql.append(" and ").append(condition);
        }
    }
}
