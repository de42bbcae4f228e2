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

    /**
     * What other systems do not know of goods and an upsert therefore leaves as it is.
     *
     * @param summaries by language
     */
    record Kept(Map<String, Object> attributes, Map<String, String> summaries) {
        /** The details with what they leave out. */
        GoodsDetails under(GoodsDetails details) {
            Map<String, GoodsDetails.Text> texts = new HashMap<>();
            details.texts()
                    .forEach((language, text) -> texts.put(
                            language,
                            text.summary().isEmpty()
                                    ? new GoodsDetails.Text(
                                            text.title(),
                                            summaries.getOrDefault(language, ""),
                                            text.bodyHtml(),
                                            text.optionNames())
                                    : text));
            return new GoodsDetails(
                    details.categoryId(),
                    details.taxClass(),
                    details.vendor(),
                    details.tags(),
                    details.attributes().isEmpty() ? attributes : details.attributes(),
                    details.defaultLanguage(),
                    texts);
        }
    }

    private record KeptRow(UUID id, String attributes, String summaries) {
        Kept kept() {
            return new Kept(
                    Json.read(attributes, new TypeReference<>() {}), Json.read(summaries, new TypeReference<>() {}));
        }
    }

    /** What known goods keep, by id. */
    Map<UUID, Kept> kept(Collection<UUID> goods) {
        Map<UUID, Kept> kept = new HashMap<>();
        database.sql()
                .createQuery("""
                        select g.id, g.attributes::text as attributes,
                               (select coalesce(jsonb_object_agg(language, summary), '{}') from goods_text t
                                where t.goods_id = g.id)::text as summaries
                        from goods g where g.id = any(:goods)
                        """)
                .bindArray("goods", UUID.class, goods)
                .mapTo(KeptRow.class)
                .forEach(row -> kept.put(row.id(), row.kept()));
        return kept;
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
