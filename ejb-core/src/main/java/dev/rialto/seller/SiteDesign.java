package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The looks of a site: every saved one is kept as a numbered version, one of them is published (A9, A10). */
@Stateless
@Boundary
public class SiteDesign {
    private Database database;
    private SiteBook sites;
    private Audit audit;
    private Clock clock;

    @Inject
    public SiteDesign(Database database, SiteBook sites, Audit audit, Clock clock) {
        this.database = database;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SiteDesign() {}

    /** A saved look, without its document. */
    public record Version(
            int number, boolean published, @Nullable UUID createdBy, Instant createdAt) {}

    /** The looks that come with the product, to begin from. */
    public List<ThemeDocument> shipped(Caller caller) {
        return ShippedThemes.all();
    }

    /** The shipped look of a name, in the form in which {@link #save} takes it. */
    public String shippedJson(Caller caller, UUID site, String name) {
        SiteView view = own(caller, site);
        return Json.write(
                view.isMall()
                        ? ShippedThemes.named(name)
                                .orElseThrow(() -> SellerError.INVALID_THEME.because("name", "unknown"))
                        : ShippedThemes.forStorefront(name));
    }

    /** The saved looks of a site, latest first. */
    public List<Version> versions(Caller caller, UUID site) {
        own(caller, site);
        return database.sql()
                .createQuery("""
                        select t.number, t.number = s.theme_version as published, t.created_by, t.created_at
                        from site_theme t join site s on s.id = t.site_id
                        where t.site_id = :site order by t.number desc limit 200
                        """)
                .bind("site", site)
                .mapTo(Version.class)
                .list();
    }

    /**
     * One saved look, for preview and for editing.
     *
     * @throws DomainException {@link SellerError#SITE_NOT_FOUND}, {@link SellerError#THEME_NOT_FOUND}
     */
    public ThemeDocument version(Caller caller, UUID site, int number) {
        own(caller, site);
        return database.sql()
                .createQuery("select document::text from site_theme where site_id = :site and number = :number")
                .bind("site", site)
                .bind("number", number)
                .mapTo(String.class)
                .findOne()
                .map(json -> Json.read(json, ThemeDocument.class))
                .orElseThrow(SellerError.THEME_NOT_FOUND::now);
    }

    /**
     * Saves a look as a new version; shoppers do not see it before it is published.
     *
     * @param json the document
     * @return its number
     * @throws DomainException {@link SellerError#INVALID_THEME} naming what is wrong, colours that cannot be read
     *     included; {@link SellerError#SITE_NOT_FOUND}
     */
    public int save(Caller caller, UUID site, String json) {
        SiteView view = edited(caller, site);
        ThemeDocument theme = DesignCheck.theme(json, view.kind());
        database.sql()
                .select("select id from site where id = ? for update", site)
                .mapTo(UUID.class)
                .findOne();
        return database.sql()
                .createQuery("""
                        insert into site_theme (site_id, tenant_id, number, document, created_by, created_at)
                        select :site, :tenant, coalesce(max(number), 0) + 1, :document::jsonb, :by, :now
                        from site_theme where site_id = :site
                        returning number
                        """)
                .bind("site", site)
                .bind("tenant", view.tenantId())
                .bind("document", Json.write(theme))
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .mapTo(int.class)
                .one();
    }

    /**
     * Shows a saved look to shoppers; publishing an older one is how one rolls back.
     *
     * @throws DomainException {@link SellerError#SITE_NOT_FOUND}, {@link SellerError#THEME_NOT_FOUND}
     */
    public void publish(Caller caller, UUID site, int number) {
        SiteView view = edited(caller, site);
        int changed = database.sql()
                .createUpdate("""
                        update site set theme_version = :number, version = version + 1
                        where id = :site and exists (select from site_theme where site_id = :site and number = :number)
                        """)
                .bind("site", site)
                .bind("number", number)
                .execute();
        if (changed == 0) {
            throw SellerError.THEME_NOT_FOUND.now();
        }
        audit.record(
                caller,
                Audit.Deed.of("site.publish_theme", "site", site)
                        .changing(String.valueOf(view.themeVersion()), String.valueOf(number)));
    }

    private SiteView edited(Caller caller, UUID site) {
        Permissions.require(caller, Permissions.SITE_EDIT);
        return SiteBook.own(caller, sites.view(caller, site));
    }

    private SiteView own(Caller caller, UUID site) {
        Permissions.require(caller, Permissions.SITE_VIEW);
        return SiteBook.own(caller, sites.view(caller, site));
    }
}
