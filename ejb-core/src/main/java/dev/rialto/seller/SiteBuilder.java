package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a site whole in one transaction: the site, its host, its look and its first pages (A6, D15). */
@ApplicationScoped
class SiteBuilder {
    private final Database database;
    private final Clock clock;

    @Inject
    SiteBuilder(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SiteBuilder() {
        this.database = null;
        this.clock = null;
    }

    /** Makes it, as a worker; the host must be free. */
    UUID build(Caller caller, NewSite site) {
        UUID id = Ids.next();
        insert(id, site);
        takeHost(id, site);
        insertLook(id, site, caller.account());
        if (!site.goodsScopeAll()) {
            insertScope(id, site.tenantId(), site.categoryIds());
        }
        FirstPages.of(site.name()).forEach(page -> insertPage(id, site.tenantId(), page));
        return id;
    }

    private void insert(UUID id, NewSite site) {
        database.sql()
                .createUpdate("""
                        insert into site (id, kind, tenant_id, state, name, discount_bp, handling_bp, country, languages,
                                          currencies, goods_scope, zone, theme_version, member_mark, payment_mark,
                                          created_at)
                        values (:id, :kind, :tenant, 'open', :name, :discount, :handling, :country, :languages,
                                :currencies, :scope, :zone, 1, gen_random_uuid(), gen_random_uuid(), :now)
                        """)
                .bind("id", id)
                .bind("kind", site.kind())
                .bind("tenant", site.tenantId())
                .bind("name", site.name())
                .bind("discount", site.discountBp())
                .bind("handling", site.handlingBp())
                .bind("country", site.country())
                .bind("languages", site.languages().toArray(String[]::new))
                .bind("currencies", site.currencies().toArray(String[]::new))
                .bind("scope", site.goodsScopeAll() ? "all" : "categories")
                .bind("zone", site.zone())
                .bind("now", clock.instant())
                .execute();
    }

    private void takeHost(UUID id, NewSite site) {
        int taken = database.sql()
                .createUpdate("""
                        insert into site_host (host, site_id, tenant_id, is_primary, added_at)
                        values (:host, :id, :tenant, true, :now) on conflict (host) do nothing
                        """)
                .bind("host", site.host().text())
                .bind("id", id)
                .bind("tenant", site.tenantId())
                .bind("now", clock.instant())
                .execute();
        if (taken == 0) {
            throw SellerError.DOMAIN_TAKEN.because("host", "taken");
        }
    }

    private void insertLook(UUID id, NewSite site, @Nullable UUID by) {
        database.sql()
                .createUpdate("""
                        insert into site_theme (site_id, tenant_id, number, document, created_by, created_at)
                        values (:id, :tenant, 1, :document::jsonb, :by, :now)
                        """)
                .bind("id", id)
                .bind("tenant", site.tenantId())
                .bind("document", Json.write(site.theme()))
                .bind("by", by)
                .bind("now", clock.instant())
                .execute();
    }

    /** Puts other categories in the place of those a site shows. */
    void insertScope(UUID site, @Nullable UUID tenant, List<UUID> categories) {
        database.sql().execute("delete from site_category where site_id = ?", site);
        int known = database.sql()
                .createUpdate("""
                        insert into site_category (site_id, category_id, tenant_id)
                        select distinct :site::uuid, c.id, :tenant::uuid from category c where c.id = any(:categories)
                        """)
                .bind("site", site)
                .bind("tenant", tenant)
                .bind("categories", categories.toArray(UUID[]::new))
                .execute();
        if (known < categories.stream().distinct().count()) {
            throw SellerError.INVALID_SITE.because("categoryIds", "unknown");
        }
    }

    private void insertPage(UUID site, @Nullable UUID tenant, FirstPages.Page page) {
        database.sql()
                .createUpdate("""
                        with p as (
                            insert into site_page (id, site_id, tenant_id, slug, published, position)
                            values (:id, :site, :tenant, :slug, 1, :position))
                        insert into site_page_version (page_id, tenant_id, number, document, created_at)
                        values (:id, :tenant, 1, :document::jsonb, :now)
                        """)
                .bind("id", Ids.next())
                .bind("site", site)
                .bind("tenant", tenant)
                .bind("slug", page.slug())
                .bind("position", page.position())
                .bind("document", Json.write(page.document()))
                .bind("now", clock.instant())
                .execute();
    }
}
