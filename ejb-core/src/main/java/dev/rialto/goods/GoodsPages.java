package dev.rialto.goods;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Texts;
import dev.rialto.platform.Copies;
import dev.rialto.platform.Json;
import dev.rialto.platform.Reads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/** Reads one product page in one statement. */
@ApplicationScoped
class GoodsPages {
    /** How large a product page is beside a row of a list. */
    private static final int ROWS_OF_A_PAGE = 6;

    private final Reads reads;
    private final Copies copies;
    private final Clock clock;

    @Inject
    GoodsPages(Reads reads, Copies copies, Clock clock) {
        this.reads = reads;
        this.copies = copies;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GoodsPages() {
        this(null, null, null);
    }

    private static final String GOODS = """
            select g.id, g.slug, t.title, coalesce(nullif(t.summary, ''), d.summary) as summary,
                   coalesce(nullif(t.body_html, ''), d.body_html) as body_html, g.tenant_id as seller_id,
                   coalesce(u.name, '') as seller_name, coalesce(u.sells, false) as sells, u.legal_name, u.registration_number,
                   u.email, u.phone, u.address, coalesce(w.reviews, 0) as reviews, coalesce(w.stars, 0) as stars,
                   coalesce(w.questions, 0) as questions, coalesce(w.latest_reviews, '[]')::text as latest_reviews,
                   coalesce(w.latest_questions, '[]')::text as latest_questions, g.vendor, g.tax_class,
                   coalesce(nullif(t.option_names, '{}'), d.option_names) as option_names,
                   g.attributes::text as attributes, g.default_language,
                   array(select p.storage_key from goods_picture p where p.goods_id = g.id order by p.position, p.id) as picture_keys,
                   array(select p.width from goods_picture p where p.goods_id = g.id order by p.position, p.id) as picture_widths,
                   array(select p.height from goods_picture p where p.goods_id = g.id order by p.position, p.id) as picture_heights,
                   array(select coalesce(p.alt ->> :language, p.alt ->> g.default_language, '')
                         from goods_picture p where p.goods_id = g.id order by p.position, p.id) as picture_alts,
                   array(select currency from shelf_card c where c.goods_id = g.id order by currency) as currencies,
                   k.id as minor_id, k.slug as minor_slug, category_name(k.id, :language) as minor_name,
                   m.id as major_id, m.slug as major_slug, category_name(m.id, :language) as major_name,
                   (select coalesce(json_agg(json_build_object(
                               'id', v.id, 'sku', v.sku,
                               'optionValues', option_words(v.option_texts, v.option_values, :language),
                               'weightGrams', v.weight_grams, 'listPrice', p.amount, 'price', own.price,
                               'compareAt', p.compare_at,
                               'priorLowest', prior_shown(p.amount, own.price, p.compare_at, listed.from_at,
                                                          prior.amount, :now),
                               'available', coalesce((select sum(t.available) from stock t where t.variant_id = v.id), 0)::bigint)
                               order by v.position, v.id), '[]')::text
                    from variant v
                    join price p on p.variant_id = v.id and p.currency = :currency
                    cross join lateral (select p.amount - (p.amount * s.discount_bp + 5000) / 10000 as price) own
                    left join lateral (select from_at from price_history h
                                       where h.variant_id = v.id and h.currency = p.currency
                                       order by from_at desc limit 1) listed on true
                    cross join lateral prior_prices(v.id, p.currency, listed.from_at) prior
                    where v.goods_id = g.id and v.state = 'active') as variants
            from site s
            join goods g on g.slug = :slug and g.state = 'on_sale' and g.seller_active
                and (s.tenant_id = g.tenant_id
                     or s.tenant_id is null and g.tenant_id not in (select test_tenants()))
            left join seller u on u.id = g.tenant_id
            left join goods_voice w on w.goods_id = g.id
            join goods_text d on d.goods_id = g.id and d.language = g.default_language
            join lateral (select * from goods_text where goods_id = g.id and language in (:language, g.default_language)
                          order by language = :language desc limit 1) t on true
            join category k on k.id = g.category_id
            left join category m on m.id = k.parent_id
            where s.id = :site and (s.goods_scope = 'all' or exists (
                select from site_category i where i.site_id = s.id and i.category_id in (k.id, k.parent_id)))
            """;

    /** Which product page. */
    record Asked(UUID siteId, String slug, String language, String currency) {}

    Optional<GoodsView> page(Caller caller, Asked asked) {
        return copies.of(caller, asked, GoodsView.class, () -> read(caller, asked));
    }

    private Copies.Taken<GoodsView> read(Caller caller, Asked asked) {
        List<Row> rows = reads.rows(caller, GOODS, Row.class, statement -> statement
                .bind("site", asked.siteId())
                .bind("slug", asked.slug())
                .bind("language", asked.language())
                .bind("currency", asked.currency())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC)));
        if (rows.isEmpty()) {
            return Copies.Taken.nothing();
        }
        Row row = rows.get(0);
        return new Copies.Taken<>(
                row.view(asked.language(), asked.currency()),
                new Copies.Place(row.id(), row.sellerId()),
                ROWS_OF_A_PAGE);
    }

    /** One property as people of that language read it. */
    private static String text(Object value, String language, String otherwise) {
        if (value instanceof List<?> several) {
            return several.stream().map(one -> text(one, language, otherwise)).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> texts) {
            Map<String, String> byLanguage = texts.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())));
            return Texts.pick(byLanguage, language, otherwise);
        }
        return String.valueOf(value);
    }

    /** A row of goods with everything, the variants as JSON. */
    record Row(
            UUID id,
            String slug,
            String title,
            String summary,
            String bodyHtml,
            UUID sellerId,
            String sellerName,
            @Nullable String vendor,
            String taxClass,
            List<String> optionNames,
            String attributes,
            String defaultLanguage,
            List<String> pictureKeys,
            List<Integer> pictureWidths,
            List<Integer> pictureHeights,
            List<String> pictureAlts,
            List<String> currencies,
            UUID minorId,
            String minorSlug,
            String minorName,
            @Nullable UUID majorId,
            @Nullable String majorSlug,
            @Nullable String majorName,
            String variants,
            @Nested GoodsView.Trader trader,
            @Nested GoodsView.Voice voice) {

        GoodsView view(String language, String currency) {
            return new GoodsView(
                    id,
                    slug,
                    title,
                    summary,
                    bodyHtml,
                    sellerId,
                    sellerName,
                    vendor,
                    taxClass,
                    optionNames,
                    attributes(language),
                    path(),
                    pictures(),
                    currency,
                    currencies,
                    Json.read(variants, new TypeReference<>() {}),
                    trader,
                    voice);
        }

        private List<GoodsView.Crumb> path() {
            List<GoodsView.Crumb> path = new ArrayList<>();
            if (majorId != null && majorSlug != null && majorName != null) {
                path.add(new GoodsView.Crumb(majorId, majorSlug, majorName));
            }
            path.add(new GoodsView.Crumb(minorId, minorSlug, minorName));
            return path;
        }

        private List<GoodsView.Picture> pictures() {
            List<GoodsView.Picture> pictures = new ArrayList<>();
            for (int i = 0; i < pictureKeys.size(); i++) {
                pictures.add(new GoodsView.Picture(
                        pictureKeys.get(i), pictureWidths.get(i), pictureHeights.get(i), pictureAlts.get(i)));
            }
            return pictures;
        }

        private Map<String, String> attributes(String language) {
            Map<String, Object> all = Json.read(attributes, new TypeReference<>() {});
            Map<String, String> texts = new LinkedHashMap<>();
            all.forEach((name, value) -> texts.put(name, text(value, language, defaultLanguage)));
            return texts;
        }
    }
}
