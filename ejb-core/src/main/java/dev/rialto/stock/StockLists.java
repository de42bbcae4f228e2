package dev.rialto.stock;

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
    private static final int MOST = 1_000;

    private static final String MOVED = """
            coalesce(-sum(m.quantity) filter (where m.kind in ('sale', 'return')), 0)::bigint as sold,
            coalesce(sum(m.quantity) filter (where m.kind = 'receipt'), 0)::bigint as received,
            coalesce(sum(m.quantity) filter (where m.kind in ('correction', 'count')), 0)::bigint as corrected
            """;

    private static final String PAGE = """
            page as (
                select v.id, v.goods_id, v.option_texts, v.option_values, v.sku, v.position, g.tenant_id,
                       g.default_language, s.on_hand, s.held, s.available, s.low_at
                from variant v
                join goods g on g.id = v.goods_id and g.state <> 'deleted'
                join stock s on s.variant_id = v.id
                where v.state = 'active' %s
                order by g.id desc, v.position, v.id limit :limit)
            """;

    private static final String LEVELS = """
            select v.id as variant_id, v.goods_id, v.tenant_id, coalesce(c.name, '') as seller_name, t.title,
                   array_to_string(option_words(v.option_texts, v.option_values, :language), ' / ') as variant_title, v.sku,
                   v.on_hand, v.held, v.available, v.position, v.low_at, its.sold, its.received, its.corrected %s
            from page v
            join lateral (select %s from stock_movement m where m.variant_id = v.id) its on true
            join lateral (select title from goods_text where goods_id = v.goods_id
                          order by language = :language desc, language = v.default_language desc limit 1) t on true
            left join seller c on c.id = v.tenant_id
            %s
            order by v.goods_id desc, v.position, v.id
            """;

    private static final String SUMS = """
            , null::uuid as sum_tenant_id, '' as sum_seller_name, present.variants as sum_variants, present.on_hand as sum_on_hand,
            present.held as sum_held, present.available as sum_available, present.low as sum_low,
            moved.sold as sum_sold, moved.received as sum_received, moved.corrected as sum_corrected
            """;

    private static final String TOTALS = """
            with chosen as (
                select v.id, g.tenant_id, s.on_hand, s.held, s.available, s.low_at
                from variant v
                join goods g on g.id = v.goods_id and g.state <> 'deleted'
                join stock s on s.variant_id = v.id
                where v.state = 'active' %s),
            present as (
                select %s count(*) as variants, coalesce(sum(on_hand), 0)::bigint as on_hand,
                       coalesce(sum(held), 0)::bigint as held, coalesce(sum(available), 0)::bigint as available,
                       count(*) filter (where available <= low_at) as low
                from chosen %s),
            moved as (
                select %s %s from stock_movement m join chosen on chosen.id = m.variant_id %s)
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

    /** The same with the sums of the whole list. */
    record TotalledRow(
            @Nested StockLevel level,
            int position,
            @Nested("sum_") StockTotals sums) {}

    Page<StockLevel> levels(StockFilter filter) {
        String sql = "with " + PAGE.formatted(conditions(filter, true)) + LEVELS.formatted("", MOVED, "");
        return page(filter, paged(sql, filter).mapTo(LevelRow.class).list());
    }

    /** A page of levels with the sums of all that the filter lets through, in one statement unless it is empty. */
    LevelsWithTotal levelsWithTotal(StockFilter filter) {
        String sql = totals(filter) + ", " + PAGE.formatted(conditions(filter, true))
                + LEVELS.formatted(SUMS, MOVED, "cross join present cross join moved");
        List<TotalledRow> rows = paged(sql, filter).mapTo(TotalledRow.class).list();
        Page<StockLevel> levels = page(
                filter,
                rows.stream()
                        .map(row -> new LevelRow(row.level(), row.position()))
                        .toList());
        return new LevelsWithTotal(
                levels, rows.isEmpty() ? total(filter) : rows.get(0).sums());
    }

    private Query paged(String sql, StockFilter filter) {
        Query statement = bind(sql, filter).bind("limit", limit(filter) + 1);
        bindCursor(statement, filter);
        return statement;
    }

    private static int limit(StockFilter filter) {
        return Math.max(1, Math.min(filter.limit(), MOST));
    }

    private static Page<StockLevel> page(StockFilter filter, List<LevelRow> rows) {
        int limit = limit(filter);
        List<LevelRow> shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(shown.stream().map(LevelRow::level).toList(), rows.size() > limit ? next(shown) : null);
    }

    /** The sums of everything the filter lets through, whatever page is shown. */
    StockTotals total(StockFilter filter) {
        return bind(
                        totals(filter)
                                + "select null::uuid as tenant_id, '' as seller_name, present.*, moved.* from present, moved",
                        filter)
                .mapTo(StockTotals.class)
                .one();
    }

    private static String totals(StockFilter filter) {
        return TOTALS.formatted(conditions(filter, false), "", "", "", MOVED, "");
    }

    /** The sums of each company, by name (D86). */
    List<StockTotals> companies(StockFilter filter) {
        return bind(
                        TOTALS.formatted(
                                        conditions(filter, false),
                                        "tenant_id,",
                                        "group by tenant_id",
                                        "chosen.tenant_id as whose,",
                                        MOVED,
                                        "group by chosen.tenant_id")
                                + """
                                select present.*, c.name as seller_name, coalesce(sold, 0) as sold,
                                       coalesce(received, 0) as received, coalesce(corrected, 0) as corrected
                                from present join seller c on c.id = present.tenant_id
                                left join moved on moved.whose = present.tenant_id order by c.name, c.id limit 1000
                                """,
                        filter)
                .mapTo(StockTotals.class)
                .list();
    }

    private Query bind(String sql, StockFilter filter) {
        return database.sql()
                .createQuery(sql)
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("language", filter.language())
                .bind("tenant", filter.tenantId())
                .bind("site", filter.siteId())
                .bind("text", filter.text() == null ? "" : containing(filter.text()))
                .bind("variant", filter.variantId())
                .bind("atMost", filter.atMost());
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
            throw StockError.INVALID_CURSOR.because("cursor", "invalid");
        }
    }

    static String containing(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** A shop of a seller sells that seller's goods, all or of some categories; the mall's front sells all. */
    private static final String IN_SHOP = """
             and exists (select from site x where x.id = :site
                and (x.tenant_id is null or x.tenant_id = g.tenant_id)
                and (x.goods_scope = 'all' or g.category_id in (
                    select k.id from category k join site_category a on a.category_id in (k.id, k.parent_id)
                    where a.site_id = x.id)))
            """;

    private static String conditions(StockFilter filter, boolean paged) {
        StringBuilder sql = new StringBuilder();
        add(sql, filter.tenantId() != null, " and g.tenant_id = :tenant");
        add(
                sql,
                filter.text() != null && !filter.text().isBlank(),
                " and (v.sku ilike :text or v.goods_id in (select x.goods_id from goods_text x where x.title ilike :text))");
        add(sql, filter.variantId() != null, " and v.id = :variant");
        add(sql, filter.atMost() != null, " and s.available <= :atMost");
        add(sql, filter.lowOnly(), " and s.available <= s.low_at");
        add(sql, filter.siteId() != null, IN_SHOP);
        add(
                sql,
                paged && filter.cursor() != null,
                " and (g.id < :afterGoods or (g.id = :afterGoods "
                        + "and (v.position, v.id) > (:afterPosition, :afterVariant)))");
        return sql.toString();
    }

    private static void add(StringBuilder sql, boolean wanted, String condition) {
        if (wanted) {
            sql.append(condition);
        }
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
