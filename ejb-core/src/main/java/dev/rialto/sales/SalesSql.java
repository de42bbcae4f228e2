package dev.rialto.sales;

/** The one statement behind every view: groups and their grand totals, of a stretch of time and of the one before. */
final class SalesSql {
    private SalesSql() {}

    private static final String REPORT = """
            with grouped as (
                select %s as key, e.currency,
                       count(distinct e.order_id) filter (where e.kind = 'sale' and e.at >= :from) as orders,
                       coalesce(sum(e.quantity) filter (where e.at >= :from), 0)::bigint as units,
                       coalesce(sum(e.gross) filter (where e.at >= :from), 0)::bigint as gross,
                       coalesce(sum(e.discount) filter (where e.at >= :from), 0)::bigint as discount,
                       coalesce(sum(e.delivery) filter (where e.at >= :from), 0)::bigint as delivery,
                       coalesce(sum(e.refunded) filter (where e.at >= :from), 0)::bigint as refunded,
                       coalesce(sum(e.tax) filter (where e.at >= :from), 0)::bigint as tax,
                       coalesce(sum(e.total) filter (where e.at >= :from), 0)::bigint as total,
                       coalesce(sum(e.total) filter (where e.at < :from), 0)::bigint as before,
                       bool_or(e.at >= :from) as present
                from sale_entry e
                where e.at >= :before and e.at < :until %s
                group by grouping sets ((1, e.currency), (e.currency))),
            page as (
                select grouped.*, row_number() over (order by %s) as place
                from grouped where key is not null and %s and currency = :currency
                order by place limit :limit offset :skipped)
            select page.key, %s, page.currency, orders, units, gross, discount, delivery, refunded, tax, total, before,
                   present, place
            from page %s
            union all
            select null, null, null, currency, orders, units, gross, discount, delivery, refunded, tax, total, before,
                   present, null
            from grouped where key is null
            order by place nulls last, currency
            """;

    static String of(SalesQuery query) {
        SalesBy by = query.by();
        return REPORT.formatted(
                by.key(),
                narrowed(query.narrowing()),
                by.isOverTime() ? "key" : "key = 'delivery', total desc, key",
                by.isOverTime() ? "true" : "present",
                names(by),
                joins(by));
    }

    private static String narrowed(SalesQuery.Narrowing narrowing) {
        return (narrowing.tenantId() == null ? "" : " and e.tenant_id = :tenant")
                + (narrowing.siteId() == null ? "" : " and e.site_id = :site")
                + (narrowing.goodsId() == null ? "" : " and e.goods_id = :goods");
    }

    private static String names(SalesBy by) {
        return switch (by) {
            case DAY, WEEK, MONTH -> "'' as name, '' as detail";
            case COMPANY -> "n.name, '' as detail";
            case STOREFRONT -> "n.name, '' as detail";
            case GOODS -> "t.title as name, n.name as detail";
            case VARIANT ->
                "t.title as name, concat_ws(' · ', nullif(array_to_string(option_words(v.option_texts, "
                        + "v.option_values, :language), ' / '), ''), v.sku) as detail";
        };
    }

    private static final String TITLE = """
            left join lateral (select title from goods_text where goods_id = g.id
                               order by language = :language desc, language = g.default_language desc limit 1) t on true
            """;

    private static String joins(SalesBy by) {
        return switch (by) {
            case DAY, WEEK, MONTH -> "";
            case COMPANY -> "left join seller n on n.id = page.key::uuid";
            case STOREFRONT -> "left join site n on n.id = page.key::uuid";
            case GOODS ->
                "left join goods g on g.id = nullif(page.key, 'delivery')::uuid left join seller n on n.id = g.tenant_id "
                        + TITLE;
            case VARIANT ->
                "left join variant v on v.id = nullif(page.key, 'delivery')::uuid left join goods g on g.id = v.goods_id "
                        + TITLE;
        };
    }
}
