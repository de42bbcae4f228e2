package dev.rialto.seller;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Sites as the database has them at this moment; pages of shoppers read them from {@link SiteDirectory}. */
@Stateless
@Boundary
public class SiteBook {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<SiteView.MenuPage>> MENU = new TypeReference<>() {};
    static final String SITES = """
            select s.id, s.kind, s.tenant_id,
                   case when coalesce(r.state, 'active') = 'active' then s.state else 'suspended' end as state, s.name, s.slogan::text as slogan, s.discount_bp, s.handling_bp,
                   s.price_display, s.country, s.languages, s.currencies, s.goods_scope, s.guest_checkout, s.zone,
                   s.logo_key, s.theme_version, s.version,
                   (select h.host from site_host h where h.site_id = s.id order by h.is_primary desc, h.host limit 1) as host,
                   (select t.document::text from site_theme t where t.site_id = s.id and t.number = s.theme_version) as theme,
                   array(select c.category_id from site_category c where c.site_id = s.id order by 1) as category_ids,
                   (select coalesce(jsonb_agg(jsonb_build_object('slug', p.slug, 'title', v.document -> 'title')
                                              order by p.position, p.slug), '[]')::text
                    from site_page p join site_page_version v on v.page_id = p.id and v.number = p.published
                    where p.site_id = s.id and p.in_menu) as menu
            from site s left join seller r on r.id = s.tenant_id
            """;

    private Database database;

    @Inject
    public SiteBook(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SiteBook() {}

    /**
     * A host and the site that answers there.
     *
     * @param tenantId the seller of a storefront; null for the mall
     * @param proved was it proved that the host is the seller's?
     * @param test is it a sandbox?
     */
    public record Host(
            String host, UUID siteId, @Nullable UUID tenantId, boolean isMall, boolean proved, boolean test) {}

    /** Every host of every site. */
    public List<Host> hosts(Caller caller) {
        return database.sql().createQuery("""
                        select h.host, h.site_id, s.tenant_id, s.kind = 'mall' as is_mall, h.proved,
                               coalesce(s.tenant_id in (select test_tenants()), false) as test
                        from site_host h join site s on s.id = h.site_id
                        order by s.created_at, s.id
                        """).mapTo(Host.class).list();
    }

    /**
     * One site.
     *
     * @throws DomainException {@link SellerError#SITE_NOT_FOUND}
     */
    public SiteView view(Caller caller, UUID site) {
        return database.sql()
                .createQuery(SITES + "where s.id = :site")
                .bind("site", site)
                .mapTo(SiteRow.class)
                .findOne()
                .map(SiteRow::view)
                .orElseThrow(SellerError.SITE_NOT_FOUND::now);
    }

    /** The sites the caller may manage, the mall first: all for operators, a seller's own storefronts for him. */
    public List<SiteView> all(Caller caller) {
        Query query = database.sql().createQuery(SITES + """
                where :tenant::uuid is null or s.tenant_id = :tenant
                order by s.kind, s.created_at
                limit 1000
                """);
        return query.bind("tenant", caller.role() == Caller.Role.TENANT ? caller.tenant() : null)
                .mapTo(SiteRow.class)
                .map(SiteRow::view)
                .list();
    }

    /** Sellers see the mall's own site too, but manage theirs alone. */
    static SiteView own(Caller caller, SiteView site) {
        if (caller.role() == Caller.Role.SHOPPER
                || (caller.role() == Caller.Role.TENANT
                        && !caller.requireTenant().equals(site.tenantId()))) {
            throw SellerError.SITE_NOT_FOUND.now();
        }
        return site;
    }

    /** Texts per language as they stand in a column. */
    static Map<String, String> texts(String json) {
        return Json.read(json, TEXTS);
    }

    /** A row as it is read. */
    record SiteRow(
            UUID id,
            String kind,
            @Nullable UUID tenantId,
            String state,
            String name,
            String slogan,
            int discountBp,
            int handlingBp,
            String priceDisplay,
            String country,
            List<String> languages,
            List<String> currencies,
            String goodsScope,
            boolean guestCheckout,
            String zone,
            @Nullable String logoKey,
            @Nullable Integer themeVersion,
            long version,
            @Nullable String host,
            @Nullable String theme,
            List<UUID> categoryIds,
            String menu) {

        SiteView view() {
            return new SiteView(
                    id,
                    SiteView.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    tenantId,
                    SiteView.State.valueOf(state.toUpperCase(Locale.ROOT)),
                    name,
                    Json.read(slogan, TEXTS),
                    discountBp,
                    handlingBp,
                    SiteView.PriceDisplay.valueOf(priceDisplay.toUpperCase(Locale.ROOT)),
                    country,
                    languages,
                    currencies,
                    goodsScope.equals("all"),
                    categoryIds,
                    guestCheckout,
                    zone,
                    logoKey,
                    host == null ? "" : host,
                    theme == null ? ShippedThemes.first() : Json.read(theme, ThemeDocument.class),
                    themeVersion == null ? 0 : themeVersion,
                    Json.read(menu, MENU),
                    version);
        }
    }
}
