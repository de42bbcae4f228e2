package dev.rialto.goods;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record of goods: taking it in hand and changing single things about it. */
@ApplicationScoped
class GoodsRecords {
    private final Database database;
    private final Clock clock;
    private final ShelfCategories menu;

    @Inject
    GoodsRecords(Database database, Clock clock, ShelfCategories menu) {
        this.database = database;
        this.clock = clock;
        this.menu = menu;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GoodsRecords() {
        this(null, null, null);
    }

    /** The row of goods itself. */
    record Head(
            UUID id,
            UUID tenantId,
            String slug,
            @Nullable String handle,
            GoodsState state,
            String defaultLanguage,
            long version) {}

    /**
     * Takes goods in hand until the end of the transaction.
     *
     * @throws DomainException {@link GoodsError#GOODS_NOT_FOUND}, {@link GoodsError#GOODS_CHANGED}
     */
    Head take(UUID id, long version) {
        Head head = find(id).orElseThrow(GoodsError.GOODS_NOT_FOUND::now);
        if (head.version() != version) {
            throw GoodsError.GOODS_CHANGED.now();
        }
        return head;
    }

    private Optional<Head> find(UUID id) {
        return database.sql().createQuery("""
                        select id, tenant_id, slug, import_handle as handle, upper(state) as state, default_language, version
                        from goods where id = :id and state <> 'deleted' for no key update
                        """).bind("id", id).mapTo(Head.class).findOne();
    }

    int optionCount(UUID id) {
        return database.sql().createQuery("""
                        select coalesce(max(cardinality(option_values)), 0) from variant
                        where goods_id = :id and state = 'active'
                        """).bind("id", id).mapTo(int.class).one();
    }

    /** Variants that are named by id must be of these goods. */
    void checkOwned(UUID id, List<VariantSpec> specs, Violations violations) {
        Set<UUID> own = new HashSet<>(database.sql()
                .createQuery("select id from variant where goods_id = :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .list());
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < specs.size(); i++) {
            UUID variant = specs.get(i).id();
            violations.check(
                    variant == null || (own.contains(variant) && seen.add(variant)),
                    "variants." + i + ".id",
                    "not_found");
        }
    }

    void nameOptions(UUID id, Map<String, List<String>> names) {
        database.sql()
                .createUpdate("""
                        update goods_text t set option_names = coalesce((
                            select array_agg(n.name order by n.i)
                            from jsonb_array_elements_text(:names::jsonb -> t.language) with ordinality n(name, i)), '{}')
                        where goods_id = :id
                        """)
                .bind("id", id)
                .bind("names", Json.write(names))
                .execute();
    }

    void touch(UUID id) {
        database.sql()
                .createUpdate("update goods set version = version + 1, updated_at = :now where id = :id")
                .bind("id", id)
                .bind("now", clock.instant())
                .execute();
    }

    /** Whose these variants are; fails when the caller may not see one of them. */
    Map<UUID, UUID> tenantsOf(Collection<UUID> variants) {
        Map<UUID, UUID> tenants = new HashMap<>();
        database.sql()
                .createQuery("select id, tenant_id from variant where id = any(:ids) and state = 'active'")
                .bindArray("ids", UUID.class, variants)
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .forEach(row -> tenants.put(row.getKey(), row.getValue()));
        if (!tenants.keySet().containsAll(variants)) {
            throw GoodsError.VARIANT_NOT_FOUND.now();
        }
        return tenants;
    }

    boolean isBarred(UUID id) {
        return database.sql()
                .createQuery("select barred from goods where id = :id")
                .bind("id", id)
                .mapTo(boolean.class)
                .one();
    }

    /** What the variants of goods cost, as the audit shows it. */
    String prices(UUID id) {
        return database.sql()
                .createQuery("""
                        select coalesce(jsonb_agg(jsonb_build_object('variant', v.id, 'sku', v.sku, 'currency', p.currency,
                            'amount', p.amount, 'compareAt', p.compare_at) order by v.id, p.currency), '[]')::text
                        from variant v join price p on p.variant_id = v.id
                        where v.goods_id = :id and v.state = 'active'
                        """)
                .bind("id", id)
                .mapTo(String.class)
                .one();
    }

    boolean hasPrice(UUID id) {
        return database.sql()
                .createQuery("""
                        select exists (select from variant v join price p on p.variant_id = v.id
                                       where v.goods_id = :id and v.state = 'active')
                        """)
                .bind("id", id)
                .mapTo(boolean.class)
                .one();
    }

    /** Deleted goods give back their handle and the SKUs of their variants. */
    void move(UUID id, GoodsState next) {
        database.sql()
                .createUpdate("""
                        update goods set state = :state, version = version + 1, updated_at = :now,
                            import_handle = case when :state = 'deleted' then null else import_handle end
                        where id = :id
                        """)
                .bind("id", id)
                .bind("state", next.stored())
                .bind("now", clock.instant())
                .execute();
        if (next == GoodsState.DELETED) {
            database.sql().execute("update variant set state = 'removed' where goods_id = ?", id);
        }
        menu.forget();
    }

    UUID addPicture(UUID goods, PictureSpec picture) {
        UUID id = Ids.next();
        int added = database.sql()
                .createUpdate("""
                        insert into goods_picture (id, goods_id, tenant_id, position, storage_key, width, height, alt)
                        select :id, g.id, g.tenant_id,
                               (select coalesce(max(position) + 1, 0) from goods_picture p where p.goods_id = g.id),
                               :key, :width, :height, :alt::jsonb
                        from goods g where g.id = :goods and g.state <> 'deleted'
                        """)
                .bind("id", id)
                .bind("goods", goods)
                .bind("key", picture.picture().key())
                .bind("width", picture.picture().width())
                .bind("height", picture.picture().height())
                .bind("alt", Json.write(picture.alt()))
                .execute();
        if (added == 0) {
            throw GoodsError.GOODS_NOT_FOUND.now();
        }
        return id;
    }

    void arrangePictures(UUID goods, List<UUID> pictures) {
        database.sql()
                .createUpdate("delete from goods_picture where goods_id = :goods and id <> all(:pictures)")
                .bind("goods", goods)
                .bindArray("pictures", UUID.class, pictures)
                .execute();
        database.sql()
                .createUpdate("""
                        update goods_picture p set position = n.position
                        from unnest(:pictures) with ordinality n(id, position)
                        where p.goods_id = :goods and p.id = n.id
                        """)
                .bind("goods", goods)
                .bindArray("pictures", UUID.class, pictures)
                .execute();
    }
}
