package dev.rialto.stock;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** Reads stock levels and movements. */
@ApplicationScoped
class StockLists {
    private static final int MOST = 200;

    private static final String LEVELS = """
            select v.id as variant_id, g.id as goods_id, g.tenant_id, coalesce(c.name, '') as seller_name, t.title,
                   array_to_string(option_words(v.option_texts, v.option_values, :language), ' / ') as variant_title, v.sku,
                   s.on_hand, s.held, s.available, v.position,
                   coalesce((select -sum(m.quantity) from stock_movement m
                             where m.variant_id = v.id and m.kind in ('sale', 'return')), 0)::bigint as sold
            from variant v
            join goods g on g.id = v.goods_id and g.state <> 'deleted'
            join stock s on s.variant_id = v.id
            join lateral (select title from goods_text where goods_id = g.id
                          order by language = :language desc, language = g.default_language desc limit 1) t on true
            left join seller c on c.id = g.tenant_id
            where v.state = 'active' %s
            order by g.id desc, v.position, v.id limit :limit
            """;

    private final Database database;

    @Inject
    StockLists(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StockLists() {
        this(null);
    }

    /** A level with its place in the list. */
    record LevelRow(@Nested StockLevel level, int position) {}

    Page<StockLevel> levels(StockFilter filter) {
        int limit = Math.max(1, Math.min(filter.limit(), MOST));
        Query statement = database.sql()
                .createQuery(LEVELS.formatted(conditions(filter)))
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("language", filter.language())
                .bind("tenant", filter.tenantId())
                .bind("text", filter.text() == null ? "" : containing(filter.text()))
                .bind("variant", filter.variantId())
                .bind("atMost", filter.atMost())
                .bind("limit", limit + 1);
        bindCursor(statement, filter);
        List<LevelRow> rows = statement.mapTo(LevelRow.class).list();
        List<LevelRow> shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(shown.stream().map(LevelRow::level).toList(), rows.size() > limit ? next(shown) : null);
    }

    private static String next(List<LevelRow> shown) {
        LevelRow last = shown.get(shown.size() - 1);
        return last.level().goodsId() + "_" + last.position() + "_"
                + last.level().variantId();
    }

    private static void bindCursor(Query statement, StockFilter filter) {
        if (filter.cursor() == null) {
            return;
        }
        String[] parts = filter.cursor().split("_", -1);
        try {
            statement
                    .bind("afterGoods", UUID.fromString(parts[0]))
                    .bind("afterPosition", Integer.parseInt(parts[1]))
                    .bind("afterVariant", UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new DomainException(StockError.INVALID_CURSOR, "cursor", "invalid");
        }
    }

    private static String containing(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String conditions(StockFilter filter) {
        StringBuilder sql = new StringBuilder();
        if (filter.tenantId() != null) {
            sql.append(" and g.tenant_id = :tenant");
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            sql.append(" and (v.sku ilike :text or exists (select from goods_text x "
                    + "where x.goods_id = g.id and x.title ilike :text))");
        }
        if (filter.variantId() != null) {
            sql.append(" and v.id = :variant");
        }
        if (filter.atMost() != null) {
            sql.append(" and s.available <= :atMost");
        }
        if (filter.cursor() != null) {
            sql.append(" and (g.id < :afterGoods or (g.id = :afterGoods "
                    + "and (v.position, v.id) > (:afterPosition, :afterVariant)))");
        }
        return sql.toString();
    }

    List<StockMovement> movements(UUID variantId, int limit) {
        return database.sql()
                .createQuery("""
                        select id, variant_id, kind, quantity, reason, order_id, account_id, at
                        from stock_movement where variant_id = :variant order by at desc, id limit :limit
                        """)
                .bind("variant", variantId)
                .bind("limit", Math.max(1, Math.min(limit, MOST)))
                .mapTo(StockMovement.class)
                .list();
    }
}
