package dev.rialto.goods;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Reads what a set of upserts is checked against, in a statement a kind. */
@ApplicationScoped
class SurroundingsReader {
    private final Database database;

    @Inject
    SurroundingsReader(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SurroundingsReader() {
        this(null);
    }

    /**
     * What upserts are checked against.
     *
     * @param heads known goods by tenant and handle
     * @param skuOwners goods by tenant and SKU
     * @param minors categories of the second level
     */
    record Surroundings(
            Map<List<Object>, GoodsRecords.Head> heads,
            Map<List<Object>, UUID> skuOwners,
            Set<String> takenSlugs,
            Set<UUID> minors,
            Set<String> taxClasses) {}

    private record Owned(UUID tenantId, String name, UUID goodsId) {}

    Surroundings of(List<GoodsUpsert> wishes, List<UUID> tenants) {
        return new Surroundings(
                heads(tenants, wishes.stream().map(GoodsUpsert::handle).toList()),
                skuOwners(
                        tenants,
                        wishes.stream()
                                .flatMap(wish -> wish.variants().stream())
                                .map(VariantSpec::sku)
                                .filter(Objects::nonNull)
                                .toList()),
                takenSlugs(wishes),
                minors(wishes.stream().map(wish -> wish.details().categoryId()).toList()),
                taxClasses());
    }

    /** Goods by tenant and handle, kept from others until the end of the transaction. */
    private Map<List<Object>, GoodsRecords.Head> heads(List<UUID> tenants, List<String> handles) {
        Map<List<Object>, GoodsRecords.Head> heads = new HashMap<>();
        database.sql()
                .createQuery("""
                        select id, tenant_id, slug, import_handle as handle, upper(state) as state, default_language, version
                        from goods where tenant_id = any(:tenants) and state <> 'deleted'
                          and (import_handle = any(:handles) or (import_handle is null and slug = any(:handles)))
                        order by id for no key update
                        """)
                .bindArray("tenants", UUID.class, tenants)
                .bindArray("handles", String.class, handles)
                .mapTo(GoodsRecords.Head.class)
                .forEach(head -> heads.put(
                        List.of(head.tenantId(), Objects.requireNonNullElse(head.handle(), head.slug())), head));
        return heads;
    }

    private record KnownRow(UUID id, GoodsState state, String details, String variants, String pictures) {
        KnownGoods known() {
            return new KnownGoods(
                    state,
                    Json.read(details, GoodsDetails.class),
                    Json.read(variants, new TypeReference<>() {}),
                    Json.read(pictures, new TypeReference<>() {}));
        }
    }

    /** Goods as they stand, by id. */
    Map<UUID, KnownGoods> known(Collection<UUID> goods) {
        Map<UUID, KnownGoods> known = new HashMap<>();
        database.sql()
                .createQuery("""
                        select g.id, upper(g.state) as state,
                               jsonb_build_object('categoryId', g.category_id, 'taxClass', g.tax_class, 'vendor', g.vendor,
                                   'tags', g.tags, 'attributes', g.attributes, 'defaultLanguage', g.default_language,
                                   'texts', (select coalesce(jsonb_object_agg(language, jsonb_build_object('title', title,
                                                 'summary', summary, 'bodyHtml', body_html, 'optionNames', option_names)), '{}')
                                             from goods_text t where t.goods_id = g.id))::text as details,
                               (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku,
                                           'optionValues', v.option_values, 'optionTexts', v.option_texts,
                                           'weightGrams', v.weight_grams, 'barcode', v.barcode,
                                           'prices', (select coalesce(jsonb_object_agg(currency, jsonb_build_object(
                                                          'amount', amount, 'compareAt', compare_at)), '{}')
                                                      from price p where p.variant_id = v.id),
                                           'pieces', (select coalesce(sum(on_hand), 0) from stock s
                                                      join stock_place l on l.id = s.place_id and l.is_default
                                                      where s.variant_id = v.id))
                                       order by v.position, v.id), '[]')
                                from variant v where v.goods_id = g.id and v.state = 'active')::text as variants,
                               (select coalesce(jsonb_agg(jsonb_build_object('alt', i.alt, 'picture', jsonb_build_object(
                                           'key', i.storage_key, 'width', i.width, 'height', i.height))
                                       order by i.position, i.id), '[]')
                                from goods_picture i where i.goods_id = g.id)::text as pictures
                        from goods g where g.id = any(:goods)
                        """)
                .bindArray("goods", UUID.class, goods)
                .mapTo(KnownRow.class)
                .forEach(row -> known.put(row.id(), row.known()));
        return known;
    }

    Map<List<Object>, UUID> skuOwners(Collection<UUID> tenants, Collection<String> skus) {
        Map<List<Object>, UUID> owners = new HashMap<>();
        database.sql()
                .createQuery("""
                        select tenant_id, sku as name, goods_id from variant
                        where tenant_id = any(:tenants) and sku = any(:skus) and state = 'active'
                        """)
                .bindArray("tenants", UUID.class, tenants)
                .bindArray("skus", String.class, skus)
                .mapTo(Owned.class)
                .forEach(one -> owners.put(List.of(one.tenantId(), one.name()), one.goodsId()));
        return owners;
    }

    /** Slugs are the whole mall's: a function tells which are taken, whoever has them. */
    private Set<String> takenSlugs(List<GoodsUpsert> wishes) {
        UUID nobody = new UUID(0, 0);
        return new HashSet<>(database.sql()
                .createQuery("select * from taken_slugs(:slugs)")
                .bindArray(
                        "slugs",
                        String.class,
                        wishes.stream()
                                .map(wish -> GoodsUpserts.wantedSlug(wish, nobody))
                                .toList())
                .mapTo(String.class)
                .list());
    }

    /** Those of these categories that are of the second level. */
    Set<UUID> minors(Collection<UUID> categories) {
        return new HashSet<>(database.sql()
                .createQuery("select id from category where id = any(:categories) and parent_id is not null")
                .bindArray("categories", UUID.class, categories)
                .mapTo(UUID.class)
                .list());
    }

    Set<String> taxClasses() {
        return new HashSet<>(database.sql()
                .createQuery("select code from tax_class")
                .mapTo(String.class)
                .list());
    }
}
