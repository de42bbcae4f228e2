package dev.rialto.finding;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** All variants that a site sells, for price portals, read in pages. */
@Stateless
@Boundary
public class ProductFeeds {
    /** Goods in one page. */
    public static final int PAGE = 1_000;

    /** What comes before every other id. */
    public static final UUID START = new UUID(0, 0);

    private static final String ITEMS = """
            with page as materialized (
                select x.*, s.discount_bp
                from site s
                join shelf_card x on x.currency = :currency
                    and (x.tenant_id = s.tenant_id
                         or s.tenant_id is null and x.tenant_id not in (select test_tenants()))
                    and (s.goods_scope = 'all' or exists (select from site_category i where i.site_id = s.id
                                                          and i.category_id in (x.category_id, x.major_id)))
                where s.id = :site and x.goods_id > :after
                order by x.goods_id limit :limit),
            named as materialized (
                select c.id, category_name(c.id, :language) as name
                from (select category_id as id from page union select major_id from page) c)
            select p.goods_id, p.slug,
                   coalesce(nullif(p.titles ->> :language, ''), p.titles ->> p.default_language, '') as title,
                   coalesce(nullif(p.summaries ->> :language, ''), p.summaries ->> p.default_language, '') as summary,
                   p.picture_key, g.vendor, p.seller_name,
                   case when major.id = minor.id then minor.name else major.name || ' > ' || minor.name end as category,
                   v.id as variant_id, v.sku, option_words(v.option_texts, v.option_values, :language) as options,
                   greatest(r.amount, coalesce(r.compare_at, 0)) as list_price,
                   r.amount - (r.amount * p.discount_bp + 5000) / 10000 as price,
                   exists (select from stock t where t.variant_id = v.id and t.available > 0) as available,
                   cardinality(p.variant_ids) as variants
            from page p
            join goods g on g.id = p.goods_id
            join variant v on v.goods_id = g.id and v.state = 'active'
            join price r on r.variant_id = v.id and r.currency = :currency
            join named minor on minor.id = p.category_id
            join named major on major.id = p.major_id
            order by p.goods_id, v.position, v.id
            """;

    private Database database;

    @Inject
    public ProductFeeds(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ProductFeeds() {}

    /**
     * Which page of which feed.
     *
     * @param after the goods the page starts after; {@link #START} for the first
     */
    public record Query(UUID site, String language, String currency, UUID after) {}

    /** The variants of the next {@value #PAGE} goods, in one statement; empty after the last. */
    public List<FeedItem> page(Caller caller, Query query) {
        return database.sql()
                .createQuery(ITEMS)
                .bind("site", query.site())
                .bind("language", query.language())
                .bind("currency", query.currency())
                .bind("after", query.after())
                .bind("limit", PAGE)
                .mapTo(FeedItem.class)
                .list();
    }
}
