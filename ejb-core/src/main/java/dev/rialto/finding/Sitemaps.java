package dev.rialto.finding;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The goods of a site as its site map lists them, in parts that stay the same while goods do. */
@Stateless
@Boundary
public class Sitemaps {
    /** Goods in one part. */
    public static final int PART = 10_000;

    /** Goods at home here: in the mall those whose seller has no storefront that shows all of them. */
    private static final String AT_HOME = """
            from site s
            join shelf_card x on x.currency = s.currencies[1]
                and (x.tenant_id = s.tenant_id
                     or s.tenant_id is null and x.tenant_id not in (select test_tenants())
                        and not exists (select from site o where o.tenant_id = x.tenant_id and o.state = 'open'
                                        and o.goods_scope = 'all' and o.currencies[1] = s.currencies[1]))
                and (s.goods_scope = 'all' or exists (select from site_category i where i.site_id = s.id
                                                      and i.category_id in (x.category_id, x.major_id)))
            join goods g on g.id = x.goods_id
            where s.id = :site
            """;

    private Database database;

    @Inject
    public Sitemaps(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Sitemaps() {}

    /** A part of a site map and when anything in it changed last. */
    public record Part(int number, Instant changedAt) {}

    /** Goods in a site map. */
    public record Entry(String slug, Instant changedAt) {}

    /** The parts there are, counted from 1. */
    public List<Part> parts(Caller caller, UUID site) {
        return database.sql()
                .createQuery("select ((n - 1) / :part + 1)::int as number, max(updated_at) as changed_at from ("
                        + "select row_number() over (order by x.goods_id) as n, g.updated_at " + AT_HOME
                        + ") l group by 1 order by 1")
                .bind("part", PART)
                .bind("site", site)
                .mapTo(Part.class)
                .list();
    }

    /** The goods of a part; empty when there is no such part. */
    public List<Entry> goods(Caller caller, UUID site, int part) {
        return database.sql()
                .createQuery("select g.slug, g.updated_at as changed_at " + AT_HOME
                        + " order by x.goods_id limit :part offset :skip")
                .bind("site", site)
                .bind("part", PART)
                .bind("skip", (part - 1) * PART)
                .mapTo(Entry.class)
                .list();
    }
}
