package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pages of a site: versions of documents, one of them published, some in the menu (A9, A10). */
@Stateless
@Boundary
public class SitePages {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final int MOST_PAGES = 200;

    private Database database;
    private SiteBook sites;
    private Audit audit;
    private Clock clock;

    @Inject
    public SitePages(Database database, SiteBook sites, Audit audit, Clock clock) {
        this.database = database;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SitePages() {}

    /**
     * A page in the list of a site.
     *
     * @param published number of the version shoppers see; null while they see none
     * @param latest number of the newest version
     */
    public record Entry(
            UUID id,
            String slug,
            Map<String, String> title,
            @Nullable Integer published,
            int latest,
            boolean inMenu,
            int position) {
        public Entry {
            title = Map.copyOf(title);
        }
    }

    /** What a shopper reads; empty when the site has no such page or does not show it. */
    public Optional<PageDocument> published(Caller caller, UUID site, String slug) {
        return database.sql()
                .createQuery("""
                        select v.document::text
                        from site_page p join site_page_version v on v.page_id = p.id and v.number = p.published
                        where p.site_id = :site and p.slug = :slug
                        """)
                .bind("site", site)
                .bind("slug", slug)
                .mapTo(String.class)
                .findOne()
                .map(json -> Json.read(json, PageDocument.class));
    }

    /** The pages of a site in the order of the menu. */
    public List<Entry> list(Caller caller, UUID site) {
        own(caller, site, Permissions.SITE_VIEW);
        return database.sql()
                .createQuery("""
                        select p.id, p.slug, (v.document -> 'title')::text as title, p.published, p.latest, p.in_menu,
                               p.position
                        from site_page p join site_page_version v on v.page_id = p.id and v.number = p.latest
                        where p.site_id = :site order by p.position, p.slug limit :most
                        """)
                .bind("site", site)
                .bind("most", MOST_PAGES)
                .mapTo(Row.class)
                .map(Row::entry)
                .list();
    }

    /** A row of {@link #list}. */
    record Row(
            UUID id, String slug, String title, @Nullable Integer published, int latest, boolean inMenu, int position) {
        Entry entry() {
            return new Entry(id, slug, SiteBook.texts(title), published, latest, inMenu, position);
        }
    }

    /**
     * One version of a page.
     *
     * @throws DomainException {@link SellerError#PAGE_NOT_FOUND}, also for another seller's
     */
    public PageDocument version(Caller caller, UUID page, int number) {
        own(caller, siteOf(page), Permissions.SITE_VIEW);
        return database.sql()
                .createQuery("select document::text from site_page_version where page_id = :page and number = :number")
                .bind("page", page)
                .bind("number", number)
                .mapTo(String.class)
                .findOne()
                .map(json -> Json.read(json, PageDocument.class))
                .orElseThrow(SellerError.PAGE_NOT_FOUND::now);
    }

    /**
     * Makes a page; shoppers do not see it before it is published.
     *
     * @param slug its name in the address: small letters, digits and hyphens
     * @param json the document
     * @throws DomainException {@link SellerError#INVALID_PAGE}, {@link SellerError#PAGE_EXISTS}
     */
    public UUID create(Caller caller, UUID site, String slug, String json) {
        SiteView view = own(caller, site, Permissions.SITE_EDIT);
        new Violations()
                .check(SLUG.matcher(slug).matches(), "slug", "invalid")
                .check(list(caller, site).size() < MOST_PAGES, "slug", "too_many", MOST_PAGES)
                .raise(SellerError.INVALID_PAGE);
        PageDocument page = DesignCheck.page(json);
        UUID id = Ids.next();
        int added = database.sql()
                .createUpdate("""
                        insert into site_page (id, site_id, tenant_id, slug, position)
                        select :id, :site, :tenant, :slug, coalesce(max(position), 0) + 1
                        from site_page where site_id = :site
                        on conflict (site_id, slug) do nothing
                        """)
                .bind("id", id)
                .bind("site", site)
                .bind("tenant", view.tenantId())
                .bind("slug", slug)
                .execute();
        if (added == 0) {
            throw SellerError.PAGE_EXISTS.because("slug", "taken");
        }
        insert(caller, id, view.tenantId(), 1, page);
        return id;
    }

    /**
     * Saves a new version of a page.
     *
     * @return its number
     */
    public int save(Caller caller, UUID page, String json) {
        SiteView site = own(caller, siteOf(page), Permissions.SITE_EDIT);
        PageDocument document = DesignCheck.page(json);
        int number = database.sql()
                .createQuery(
                        "update site_page set latest = latest + 1, version = version + 1 where id = :page returning latest")
                .bind("page", page)
                .mapTo(int.class)
                .one();
        insert(caller, page, site.tenantId(), number, document);
        return number;
    }

    private void insert(Caller caller, UUID page, @Nullable UUID tenant, int number, PageDocument document) {
        database.sql()
                .createUpdate("""
                        insert into site_page_version (page_id, tenant_id, number, document, created_by, created_at)
                        values (:page, :tenant, :number, :document::jsonb, :by, :now)
                        """)
                .bind("page", page)
                .bind("tenant", tenant)
                .bind("number", number)
                .bind("document", Json.write(document))
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
    }

    /**
     * Shows a version to shoppers; an older one is how one rolls back.
     *
     * @throws DomainException {@link SellerError#PAGE_NOT_FOUND}
     */
    public void publish(Caller caller, UUID page, int number) {
        own(caller, siteOf(page), Permissions.SITE_EDIT);
        int changed = database.sql()
                .createUpdate("""
                        update site_page set published = :number, version = version + 1
                        where id = :page and exists (select from site_page_version
                                                     where page_id = :page and number = :number)
                        """)
                .bind("page", page)
                .bind("number", number)
                .execute();
        if (changed == 0) {
            throw SellerError.PAGE_NOT_FOUND.now();
        }
        audit.record(caller, Audit.Deed.of("page.publish", "site_page", page));
    }

    /** Hides a page from shoppers; its versions stay. */
    public void withdraw(Caller caller, UUID page) {
        own(caller, siteOf(page), Permissions.SITE_EDIT);
        database.sql().execute("update site_page set published = null, version = version + 1 where id = ?", page);
        audit.record(caller, Audit.Deed.of("page.withdraw", "site_page", page));
    }

    /** Puts a page into the menu at a place, or takes it out. */
    public void place(Caller caller, UUID page, boolean inMenu, int position) {
        own(caller, siteOf(page), Permissions.SITE_EDIT);
        new Violations()
                .check(position >= 0 && position <= 1000, "position", "out_of_range", 0, 1000)
                .raise(SellerError.INVALID_PAGE);
        database.sql()
                .execute(
                        "update site_page set in_menu = ?, position = ?, version = version + 1 where id = ?",
                        inMenu,
                        position,
                        page);
    }

    /** Removes a page with all its versions. */
    public void delete(Caller caller, UUID page) {
        own(caller, siteOf(page), Permissions.SITE_EDIT);
        database.sql().execute("delete from site_page where id = ?", page);
        audit.record(caller, Audit.Deed.of("page.delete", "site_page", page));
    }

    private UUID siteOf(UUID page) {
        return database.sql()
                .createQuery("select site_id from site_page where id = :page")
                .bind("page", page)
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(SellerError.PAGE_NOT_FOUND::now);
    }

    private SiteView own(Caller caller, UUID site, String permission) {
        Permissions.require(caller, permission);
        return SiteBook.own(caller, sites.view(caller, site));
    }
}
