package dev.rialto.goods;

import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The categories a site shows, kept in memory for a moment because every page has them in its menu. */
@ApplicationScoped
class ShelfCategories {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST_SITES = 10_000;

    private static final String TREE = """
            select c.id, c.parent_id, c.slug, category_name(c.id, :language) as name, c.picture_key, c.position, c.version,
                   count(distinct x.goods_id) as goods
            from site s
            join shelf_card x on (x.tenant_id = s.tenant_id
                                  or s.tenant_id is null and x.tenant_id not in (select test_tenants()))
                and (s.goods_scope = 'all' or exists (
                    select from site_category i where i.site_id = s.id and i.category_id in (x.category_id, x.major_id)))
            join category c on c.id in (x.category_id, x.major_id)
            where s.id = :site
            group by c.id
            order by c.position, c.slug
            """;

    private final Database database;
    private final Clock clock;
    private final ConcurrentHashMap<Key, Kept> kept = new ConcurrentHashMap<>();

    private record Key(UUID siteId, String language) {}

    private record Kept(List<CategoryNode> tree, Instant until) {}

    @Inject
    ShelfCategories(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ShelfCategories() {
        this(null, null);
    }

    Optional<List<CategoryNode>> remembered(UUID siteId, String language) {
        return Optional.ofNullable(kept.get(new Key(siteId, language)))
                .filter(last -> clock.instant().isBefore(last.until()))
                .map(Kept::tree);
    }

    List<CategoryNode> tree(UUID siteId, String language) {
        return remembered(siteId, language).orElseGet(() -> read(new Key(siteId, language)));
    }

    private List<CategoryNode> read(Key key) {
        List<CategoryNode> tree = CategoryRow.tree(database.sql()
                .createQuery(TREE)
                .bind("site", key.siteId())
                .bind("language", key.language())
                .mapTo(CategoryRow.class)
                .list());
        if (kept.size() >= MOST_SITES) {
            kept.clear();
        }
        kept.put(key, new Kept(tree, clock.instant().plus(FRESH)));
        return tree;
    }

    /** Goods or categories changed here. */
    void forget() {
        kept.clear();
    }
}
