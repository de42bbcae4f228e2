package dev.rialto.goods;

import dev.rialto.goods.ShelfQuery.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that read the shelf. Their text depends only on which conditions there are, never on values, so that
 * there are few of them and the database plans each once.
 *
 * <p>Mall and storefront, major and minor category are branches of which the database runs the one that applies: each
 * has its own index.
 */
final class ShelfSql {
    /** The price at a site; the discount is rounded half up, as {@code Money.lessBasisPoints} does. */
    static final String PRICE = "(%1$s.amount - (%1$s.amount * s.discount_bp + 5000) / 10000)";

    private static final String IN_SCOPE = """
            (s.goods_scope = 'all' or exists (select from site_category i where i.site_id = s.id
                                              and i.category_id in (x.category_id, x.major_id)))
            """;

    private final ShelfQuery query;
    private final Narrowing narrowing;

    ShelfSql(ShelfQuery query, Narrowing narrowing) {
        this.query = query;
        this.narrowing = narrowing;
    }

    boolean searches() {
        return query.text() != null;
    }

    /** The order in force: best match means newest where nothing is searched for. */
    Sort sort() {
        return query.sort() == Sort.BEST && !searches() ? Sort.NEWEST : query.sort();
    }

    String cards() {
        return """
                select c.goods_id as id, c.slug,
                       coalesce(nullif(c.titles ->> :language, ''), c.titles ->> c.default_language, '') as title,
                       coalesce(nullif(c.summaries ->> :language, ''), c.summaries ->> c.default_language, '') as summary,
                       c.tenant_id as seller_id, c.seller_name, c.currency, c.amount as list_price,
                       %1$s as price, (c.highest - (c.highest * s.discount_bp + 5000) / 10000) as highest_price,
                       c.compare_at,
                       prior_shown(c.amount, %1$s, c.compare_at, c.listed_from, c.prior_lowest, :now) as prior_lowest,
                       c.picture_key, coalesce(c.picture_alts ->> :language, c.picture_alts ->> c.default_language, '') as picture_alt,
                       exists (select from stock t where t.variant_id = any(c.variant_ids) and t.available > 0) as available,
                       coalesce((select u.sells from seller u where u.id = c.tenant_id), true) as on_sale,
                       coalesce((select w.reviews from goods_voice w where w.goods_id = c.goods_id), 0) as reviews,
                       coalesce((select w.stars from goods_voice w where w.goods_id = c.goods_id), 0) as stars,
                       c.created_at, c.score, s.tenant_id as shelf
                from site s %2$s
                cross join lateral (%3$s) c
                where s.id = :site %4$s
                order by %5$s limit :limit
                """.formatted(
                        PRICE.formatted("c"), categoryJoin(), branches("shelf_card", true), categoryIs(), order("c"));
    }

    private String categoryJoin() {
        return query.category() == null ? "" : "cross join category k";
    }

    private String categoryIs() {
        return query.category() == null ? "" : "and k.slug = :category";
    }

    private String branches(String table, boolean isPage) {
        List<String> shops = List.of(
                "s.tenant_id is null and x.tenant_id not in (select test_tenants())", "x.tenant_id = s.tenant_id");
        List<String> levels = query.category() == null
                ? List.of("true")
                : List.of(
                        "k.parent_id is null and x.major_id = k.id",
                        "k.parent_id is not null and x.category_id = k.id");
        List<String> selects = new ArrayList<>();
        for (String shop : shops) {
            for (String level : levels) {
                selects.add("(" + branch(table, shop + " and " + level, isPage) + ")");
            }
        }
        return String.join(" union all ", selects);
    }

    private String branch(String table, String applies, boolean isPage) {
        String score = searches() ? "f.score" : "0::real as score";
        String from = searches()
                ? "search_goods(s.id, :text) f join " + table + " x on x.goods_id = f.goods_id"
                : table + " x";
        return "select x.*, " + score + " from " + from + " where " + applies + " and x.currency = :currency and "
                + IN_SCOPE + (isPage ? pageConditions() : "");
    }

    private String pageConditions() {
        String sellers = narrowing.hasSellers() ? " and x.tenant_id = any(:sellers)" : "";
        return sellers + variantMatches() + afterCursor() + " order by " + order("x") + " limit :limit";
    }

    /** Price and options are matched on one and the same variant. */
    private String variantMatches() {
        if (!narrowing.touchesVariants()) {
            return "";
        }
        List<String> conditions = new ArrayList<>();
        if (narrowing.hasPrices()) {
            conditions.add(priceMatches("v"));
        }
        for (int i = 0; i < narrowing.options().size(); i++) {
            conditions.add("v.facets && :option" + i + "::text[]");
        }
        return " and exists (select from shelf_variant v where v.goods_id = x.goods_id and v.currency = x.currency and "
                + String.join(" and ", conditions) + ")";
    }

    private static String priceMatches(String row) {
        return "exists (select from unnest(:lowest, :highest) r(lowest, highest) where " + PRICE.formatted(row)
                + " between r.lowest and r.highest)";
    }

    private @Nullable String keyset() {
        if (query.cursor() == null) {
            return null;
        }
        return switch (sort()) {
            case BEST -> "(f.score, x.goods_id) < (:after::real, :afterId)";
            case NEWEST -> "(x.created_at, x.goods_id) < (:after, :afterId)";
            case PRICE_UP -> "(x.amount, x.goods_id) > (:after, :afterId)";
            case PRICE_DOWN -> "(x.amount, x.goods_id) < (:after, :afterId)";
        };
    }

    private String afterCursor() {
        String keyset = keyset();
        return keyset == null ? "" : " and " + keyset;
    }

    private String order(String row) {
        return switch (sort()) {
            case BEST -> (row.equals("x") ? "f" : row) + ".score desc, " + row + ".goods_id desc";
            case NEWEST -> row + ".created_at desc, " + row + ".goods_id desc";
            case PRICE_UP -> row + ".amount, " + row + ".goods_id";
            case PRICE_DOWN -> row + ".amount desc, " + row + ".goods_id desc";
        };
    }

    /**
     * Counts per facet value, each under the other facets as chosen: a variant counts for a facet when no other facet
     * excludes it.
     */
    String facets() {
        return """
                with base as (
                    select c.*, %1$s as price
                    from site s %2$s cross join lateral (%3$s) c where s.id = :site %4$s),
                missed as (select b.*, %5$s as seller_miss, %6$s as price_miss %7$s from base b),
                told as materialized (select m.*, m.seller_miss + m.price_miss %8$s as misses from missed m),
                counted as (
                    select 1 as place, 'total' as name, '' as value, count(distinct goods_id) as count
                    from told where misses = 0
                    union all
                    select 2, 'category', %9$s::text, count(distinct goods_id) from told where misses = 0 group by 3
                    union all
                    select 3, 'price', price_range(price), count(distinct goods_id)
                    from told where misses - price_miss = 0 group by 3
                    union all
                    select 4, 'seller', tenant_id::text, count(distinct goods_id)
                    from told where misses - seller_miss = 0 group by 3
                    union all
                    select 5, 'option', f.facet, count(distinct goods_id)
                    from told, unnest(facets) f(facet) where misses - %10$s = 0 group by 3)
                """.formatted(
                                PRICE.formatted("c"),
                                categoryJoin(),
                                branches("shelf_variant", false),
                                categoryIs(),
                                narrowing.hasSellers() ? "(b.tenant_id <> all(:sellers))::int" : "0",
                                narrowing.hasPrices() ? "(not " + rangeMatches() + ")::int" : "0",
                                optionMisses(),
                                optionSum(),
                                query.category() == null ? "major_id" : "category_id",
                                ownMiss())
                + LABELS;
    }

    private static String rangeMatches() {
        return "exists (select from unnest(:lowest, :highest) r(lowest, highest) "
                + "where b.price between r.lowest and r.highest)";
    }

    private String optionMisses() {
        return eachOption(", (not b.facets && :option%1$d::text[])::int as miss%1$d");
    }

    private String optionSum() {
        return eachOption(" + m.miss%1$d");
    }

    private String ownMiss() {
        return narrowing.options().isEmpty()
                ? "0"
                : "case split_part(f.facet, '=', 1)" + eachOption(" when :key%1$d then miss%1$d") + " else 0 end";
    }

    private String eachOption(String piece) {
        return java.util.stream.IntStream.range(0, narrowing.options().size())
                .mapToObj(piece::formatted)
                .collect(Collectors.joining());
    }

    private static final String LABELS = """
            select case n.name when 'option' then split_part(n.value, '=', 1) else n.name end as name,
                   case n.name when 'option' then substr(n.value, strpos(n.value, '=') + 1)
                               when 'category' then category.slug else n.value end as value,
                   case n.name when 'category' then category.name when 'seller' then seller.name
                               when 'option' then option.label else n.value end as label,
                   coalesce(option.facet_label, '') as facet_label, n.count
            from counted n
            left join lateral (
                select g.slug, t.name from category g
                join lateral (select name from category_text where category_id = g.id
                              order by language = :language desc, language = 'en' desc, language limit 1) t on true
                where g.id = case n.name when 'category' then n.value::uuid end) category on true
            left join lateral (
                select seller_name as name from shelf_card
                where tenant_id = case n.name when 'seller' then n.value::uuid end and currency = :currency limit 1) seller on true
            left join lateral (
                select coalesce(max(l.labels ->> :language) filter (where l.facet = n.value), max(l.labels ->> 'en')
                                    filter (where l.facet = n.value), substr(n.value, strpos(n.value, '=') + 1)) as label,
                       coalesce(max(l.labels ->> :language) filter (where l.facet <> n.value), max(l.labels ->> 'en')
                                    filter (where l.facet <> n.value), split_part(n.value, '=', 1)) as facet_label
                from facet_label l
                where n.name = 'option' and l.facet in (n.value, split_part(n.value, '=', 1))) option on true
            order by n.place, case n.name when 'price' then split_part(n.value, '-', 1)::bigint end, n.count desc, n.value
            limit 300
            """;
}
