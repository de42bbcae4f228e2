package dev.rialto.design;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.PageDocument;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.ThemeDocument;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the newest saved versions; {@link DraftSite} decides who may see them. */
@Stateless
@Boundary
public class DraftBook {
    private static final TypeReference<List<SiteView.MenuPage>> MENU = new TypeReference<>() {};

    private Database database;

    @Inject
    public DraftBook(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DraftBook() {}

    /** The newest look of a site with its number. */
    record Look(int number, String document) {}

    /** The site with its newest look and the newest titles of its menu. */
    public SiteView site(Caller worker, SiteView published) {
        Look look = database.sql()
                .createQuery("""
                        select number, document::text as document from site_theme
                        where site_id = :site order by number desc limit 1
                        """)
                .bind("site", published.id())
                .mapTo(Look.class)
                .findOne()
                .orElseGet(() -> new Look(published.themeVersion(), Json.write(published.theme())));
        return published.drawn(Json.read(look.document(), ThemeDocument.class), look.number(), menu(published.id()));
    }

    private List<SiteView.MenuPage> menu(UUID site) {
        return Json.read(
                database.sql()
                        .createQuery("""
                                select coalesce(jsonb_agg(jsonb_build_object('slug', p.slug, 'title', v.document -> 'title')
                                                          order by p.position, p.slug), '[]')::text
                                from site_page p join site_page_version v on v.page_id = p.id and v.number = p.latest
                                where p.site_id = :site and p.in_menu
                                """)
                        .bind("site", site)
                        .mapTo(String.class)
                        .one(),
                MENU);
    }

    /** The newest version of a page. */
    public Optional<PageDocument> page(Caller worker, UUID site, String slug) {
        return database.sql()
                .createQuery("""
                        select v.document::text
                        from site_page p join site_page_version v on v.page_id = p.id and v.number = p.latest
                        where p.site_id = :site and p.slug = :slug
                        """)
                .bind("site", site)
                .bind("slug", slug)
                .mapTo(String.class)
                .findOne()
                .map(json -> Json.read(json, PageDocument.class));
    }
}
