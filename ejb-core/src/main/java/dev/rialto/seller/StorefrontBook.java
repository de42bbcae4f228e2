package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of sites as they are made and changed; {@link StorefrontDesk} decides who may. */
@Stateless
@Boundary
public class StorefrontBook {
    private static final Map<SiteView.State, Set<SiteView.State>> MOVES = Map.of(
            SiteView.State.OPEN, Set.of(SiteView.State.SUSPENDED, SiteView.State.CLOSED),
            SiteView.State.CLOSED_BY_SELLER, Set.of(SiteView.State.SUSPENDED, SiteView.State.CLOSED),
            SiteView.State.SUSPENDED, Set.of(SiteView.State.OPEN, SiteView.State.CLOSED),
            SiteView.State.CLOSED, Set.of());
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_NAME = 90;
    private static final int MOST_NAMES = 1000;

    private Database database;
    private SiteBuilder builder;
    private SitePlans plans;
    private Settings settings;
    private Audit audit;

    @Inject
    public StorefrontBook(Database database, SiteBuilder builder, SitePlans plans, Settings settings, Audit audit) {
        this.database = database;
        this.builder = builder;
        this.plans = plans;
        this.settings = settings;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StorefrontBook() {}

    /** Builds a storefront without a wish for it; a host that an open wish keeps is refused. */
    public UUID build(Caller caller, UUID tenant, ApplyForStorefront wish, HostName host) {
        plans.requireActive(tenant);
        if (plans.isTaken(host) || isWished(host)) {
            throw SellerError.DOMAIN_TAKEN.because("host", "taken");
        }
        UUID site = builder.build(caller, plans.plan(tenant, wish, host, 0));
        audit.record(caller, Audit.Deed.of("storefront.build", "site", site));
        return site;
    }

    /** The seller's name, numbered from its second storefront on, and the first free host that resembles it. */
    public StorefrontDesk.FreeName freeName(Caller caller, UUID tenant, String domain) {
        String name = SellerBook.read(database, tenant).name();
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String label = plain.isEmpty() ? "shop" : plain.substring(0, Math.min(plain.length(), LONGEST_LABEL));
        for (int number = 1; number <= MOST_NAMES; number++) {
            HostName host =
                    new HostName(label.replaceAll("-+$", "") + (number == 1 ? "" : "-" + number) + "." + domain);
            if (!plans.isTaken(host) && !isWished(host)) {
                String shown = name.substring(0, Math.min(name.length(), LONGEST_NAME));
                return new StorefrontDesk.FreeName(number == 1 ? shown : shown + " " + number, host.text());
            }
        }
        throw SellerError.DOMAIN_TAKEN.because("host", "taken");
    }

    private boolean isWished(HostName host) {
        return database.sql()
                .createQuery(
                        "select exists (select from storefront_application where host = :host and state = 'submitted')")
                .bind("host", host.text())
                .mapTo(boolean.class)
                .one();
    }

    /** Makes the mall's own front when there is none. */
    public UUID openMall(Caller caller, OpenMall wish) {
        database.sql().execute("select pg_advisory_xact_lock(hashtext('open-mall'))");
        return plans.mall()
                .map(SiteView::id)
                .orElseGet(() -> builder.build(
                        caller,
                        new NewSite(
                                null,
                                wish.name(),
                                new HostName(settings.mallHost()),
                                ShippedThemes.named(wish.theme())
                                        .orElseThrow(() -> SellerError.INVALID_SITE.because("theme", "unknown")),
                                true,
                                List.of(),
                                wish.discountBp(),
                                0,
                                wish.country(),
                                wish.languages(),
                                wish.currencies(),
                                wish.zone())));
    }

    /** Changes a site, unless somebody was faster. */
    public void update(Caller caller, UpdateSite change) {
        SiteView before = locked(change.siteId());
        if (before.state() == SiteView.State.SUSPENDED || before.state() == SiteView.State.CLOSED) {
            throw SellerError.SITE_STATE.because("state", before.state().name().toLowerCase(Locale.ROOT));
        }
        if (before.version() != change.version()) {
            throw SellerError.CHANGED_MEANWHILE.because("version", "stale");
        }
        SiteView.State next = change.open() ? SiteView.State.OPEN : SiteView.State.CLOSED_BY_SELLER;
        database.sql()
                .createUpdate("""
                        update site set name = :shopName, slogan = :texts::jsonb, discount_bp = :discountBp,
                            price_display = :display, languages = :offered, currencies = :paid,
                            goods_scope = :scope, guest_checkout = :guestCheckout, logo_key = :logoKey, state = :state,
                            version = version + 1
                        where id = :siteId
                        """)
                .bindMethods(change)
                .bind("shopName", change.name().strip())
                .bind("texts", Json.write(change.slogan()))
                .bind("display", change.priceDisplay().name().toLowerCase(Locale.ROOT))
                .bind("offered", change.languages().toArray(String[]::new))
                .bind("paid", change.currencies().toArray(String[]::new))
                .bind("scope", change.goodsScopeAll() ? "all" : "categories")
                .bind("state", next.name().toLowerCase(Locale.ROOT))
                .execute();
        builder.insertScope(
                change.siteId(), before.tenantId(), change.goodsScopeAll() ? List.of() : change.categoryIds());
        audit.record(
                caller,
                Audit.Deed.of("site.change", "site", before.id())
                        .changing(summary(before), summary(locked(change.siteId()))));
    }

    /** Moves a storefront to another state, if the table allows. */
    public void moveSite(Caller caller, UUID site, SiteView.State next, @Nullable String reason) {
        SiteView before = locked(site);
        if (before.isMall() || !MOVES.getOrDefault(before.state(), Set.of()).contains(next)) {
            throw SellerError.SITE_STATE.because("state", before.state().name().toLowerCase(Locale.ROOT));
        }
        database.sql()
                .execute(
                        "update site set state = ?, version = version + 1 where id = ?",
                        next.name().toLowerCase(Locale.ROOT),
                        site);
        audit.record(
                caller,
                Audit.Deed.of("site." + next.name().toLowerCase(Locale.ROOT), "site", site)
                        .because(reason));
    }

    private SiteView locked(UUID site) {
        database.sql()
                .select("select id from site where id = ? for update", site)
                .mapTo(UUID.class)
                .findOne();
        return database.sql()
                .createQuery(SiteBook.SITES + "where s.id = :site")
                .bind("site", site)
                .mapTo(SiteBook.SiteRow.class)
                .findOne()
                .map(SiteBook.SiteRow::view)
                .orElseThrow(SellerError.SITE_NOT_FOUND::now);
    }

    private static String summary(SiteView site) {
        return Json.write(Map.of(
                "name", site.name(),
                "state", site.state(),
                "discountBp", site.discountBp(),
                "languages", site.languages(),
                "currencies", site.currencies()));
    }
}
