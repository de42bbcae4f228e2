package dev.rialto.goods;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Reads goods for those who edit them. */
@ApplicationScoped
class GoodsLists {
    private static final int MOST = 200;

    /** The page is chosen first, so that names, offers and pictures are looked up for its rows alone. */
    private static final String ROWS = """
            with page as materialized (
                select g.* from goods g where %s order by g.created_at desc, g.id desc limit :limit)
            select g.id, g.tenant_id, coalesce(c.name, '') as seller_name, g.slug, t.title, upper(g.state) as state,
                   coalesce(category_name(g.category_id, :language), '') as category_name, offer.variants, offer.lowest,
                   offer.highest, offer.available, g.created_at, g.updated_at, g.version,
                   (select storage_key from goods_picture p where p.goods_id = g.id order by position, id limit 1) as picture_key
            from page g
            join lateral (select title from goods_text where goods_id = g.id
                          order by language = :language desc, language = g.default_language desc limit 1) t on true
            left join seller c on c.id = g.tenant_id
            cross join lateral (
                select count(*)::int as variants, min(p.amount) as lowest, max(p.amount) as highest,
                       coalesce(sum(s.available), 0)::bigint as available
                from variant v
                left join price p on p.variant_id = v.id and p.currency = :currency
                left join stock s on s.variant_id = v.id
                where v.goods_id = g.id and v.state = 'active') offer
            order by g.created_at desc, g.id desc
            """;

    private static final String IN_SHOP = """
             and exists (select from site s where s.id = :site and (s.tenant_id is null or s.tenant_id = g.tenant_id)
                         and (s.goods_scope = 'all' or g.category_id in (
                             select k.id from category k join site_category c on c.category_id in (k.id, k.parent_id)
                             where c.site_id = s.id)))
            """;

    private static final String WITH_TEXT = """
             and g.id in (
                select x.id from goods x where x.slug ilike :text
                union all select x.goods_id from goods_text x where x.title ilike :text
                union all select x.goods_id from variant x where x.sku ilike :text)
            """;

    private final Database database;

    @Inject
    GoodsLists(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GoodsLists() {
        this(null);
    }

    Page<GoodsRow> list(GoodsFilter filter) {
        int limit = Math.max(1, Math.min(filter.limit(), MOST));
        Query statement = database.sql()
                .createQuery(ROWS.formatted(conditions(filter)))
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("language", filter.language())
                .bind("currency", filter.currency())
                .bind("tenant", filter.tenantId())
                .bind("site", filter.siteId())
                .bind("text", filter.text() == null ? "" : containing(filter.text()))
                .bind("state", filter.state() == null ? "" : filter.state().stored())
                .bind("category", filter.categoryId())
                .bind("limit", limit + 1);
        if (filter.cursor() != null) {
            Cursor cursor = Cursor.read(filter.cursor(), "goods", 3);
            statement.bind("after", cursor.instant(1)).bind("afterId", cursor.id(2));
        }
        List<GoodsRow> rows = statement.mapTo(GoodsRow.class).list();
        List<GoodsRow> shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(shown, rows.size() > limit ? next(shown.get(shown.size() - 1)) : null);
    }

    /** A pattern that finds a text anywhere, its own wildcards taken literally. */
    private static String containing(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String next(GoodsRow last) {
        return Cursor.at("goods", last.createdAt(), last.id()).text();
    }

    private static String conditions(GoodsFilter filter) {
        StringBuilder sql = new StringBuilder(filter.state() == null ? "g.state <> 'deleted'" : "g.state = :state");
        if (filter.tenantId() != null) {
            sql.append(" and g.tenant_id = :tenant");
        }
        if (filter.siteId() != null) {
            sql.append(IN_SHOP);
        }
        if (filter.categoryId() != null) {
            sql.append(" and g.category_id in (select k.id from category k where :category in (k.id, k.parent_id))");
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            sql.append(WITH_TEXT);
        }
        if (filter.cursor() != null) {
            sql.append(" and (g.created_at, g.id) < (:after, :afterId)");
        }
        return sql.toString();
    }

    private record Stored(
            UUID id,
            UUID tenantId,
            String sellerName,
            String slug,
            @Nullable String handle,
            GoodsState state,
            UUID categoryId,
            String taxClass,
            @Nullable String vendor,
            List<String> tags,
            String attributes,
            String defaultLanguage,
            Instant updatedAt,
            long version) {}

    private record StoredText(
            String language, String title, String summary, String bodyHtml, List<String> optionNames) {}

    private record StoredVariant(
            UUID id,
            @Nullable String sku,
            List<String> optionValues,
            String optionTexts,
            int weightGrams,
            @Nullable String barcode,
            String prices,
            long pieces) {

        VariantSpec spec() {
            return new VariantSpec(
                    id,
                    sku,
                    optionValues,
                    Json.read(optionTexts, new TypeReference<>() {}),
                    weightGrams,
                    barcode,
                    Json.read(prices, new TypeReference<>() {}),
                    pieces);
        }
    }

    private record StoredPicture(UUID id, String storageKey, int width, int height, String alt) {
        GoodsDraft.Picture picture() {
            return new GoodsDraft.Picture(id, storageKey, width, height, Json.read(alt, new TypeReference<>() {}));
        }
    }

    GoodsDraft view(UUID id) {
        Stored goods = query(Stored.class, id, """
                select g.id, g.tenant_id, coalesce(c.name, '') as seller_name, g.slug, g.import_handle as handle,
                       upper(g.state) as state, g.category_id, g.tax_class, g.vendor, g.tags, g.attributes::text as attributes,
                       g.default_language, g.updated_at, g.version
                from goods g left join seller c on c.id = g.tenant_id where g.id = :id
                """).findOne().orElseThrow(GoodsError.GOODS_NOT_FOUND::now);
        return new GoodsDraft(
                goods.id(),
                goods.tenantId(),
                goods.sellerName(),
                goods.slug(),
                goods.handle(),
                goods.state(),
                details(goods),
                variants(id),
                pictures(id),
                goods.updatedAt(),
                goods.version());
    }

    private GoodsDetails details(Stored goods) {
        Map<String, GoodsDetails.Text> texts = new LinkedHashMap<>();
        query(StoredText.class, goods.id(), """
                select language, title, summary, body_html, option_names from goods_text where goods_id = :id order by language
                """)
                .forEach(text -> texts.put(
                        text.language(),
                        new GoodsDetails.Text(text.title(), text.summary(), text.bodyHtml(), text.optionNames())));
        return new GoodsDetails(
                goods.categoryId(),
                goods.taxClass(),
                goods.vendor(),
                goods.tags(),
                Json.read(goods.attributes(), new TypeReference<>() {}),
                goods.defaultLanguage(),
                texts);
    }

    private List<VariantSpec> variants(UUID id) {
        return query(StoredVariant.class, id, """
                select v.id, v.sku, v.option_values, v.option_texts::text as option_texts, v.weight_grams, v.barcode,
                       coalesce((select jsonb_object_agg(currency,
                                    jsonb_build_object('amount', amount, 'compareAt', compare_at))
                                 from price p where p.variant_id = v.id), '{}')::text as prices,
                       coalesce((select sum(on_hand) from stock s where s.variant_id = v.id), 0)::bigint as pieces
                from variant v where v.goods_id = :id and v.state = 'active' order by v.position, v.id
                """).map(StoredVariant::spec).list();
    }

    private List<GoodsDraft.Picture> pictures(UUID id) {
        return query(StoredPicture.class, id, """
                select id, storage_key, width, height, alt::text as alt from goods_picture
                where goods_id = :id order by position, id
                """).map(StoredPicture::picture).list();
    }

    private <T> org.jdbi.v3.core.result.ResultIterable<T> query(Class<T> type, UUID id, String sql) {
        return database.sql().createQuery(sql).bind("id", id).mapTo(type);
    }
}
