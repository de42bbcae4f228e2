package dev.rialto.seller;

import dev.rialto.platform.Database;
import dev.rialto.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What a storefront must fit: an active seller, a free host, the mall's own example. */
@ApplicationScoped
class SitePlans {
    private final Database database;
    private final Settings settings;

    @Inject
    SitePlans(Database database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SitePlans() {
        this.database = null;
        this.settings = null;
    }

    void requireActive(UUID tenant) {
        SellerView seller = SellerBook.read(database, tenant);
        if (seller.state() != SellerState.ACTIVE) {
            throw SellerError.SELLER_STATE.because("state", seller.state().stored());
        }
    }

    /** Does the host belong to the mall or to a site? */
    boolean isTaken(HostName host) {
        return host.belongsToTheMall(settings)
                || database.sql()
                        .createQuery("select exists (select from site_host where host = :host)")
                        .bind("host", host.text())
                        .mapTo(boolean.class)
                        .one();
    }

    /** A storefront as wished, in the mall's country, languages, currencies and time zone. */
    NewSite plan(UUID tenant, ApplyForStorefront wish, HostName host, int handlingBp) {
        SiteView mall = mall().orElseThrow(SellerError.SITE_NOT_FOUND::now);
        return new NewSite(
                tenant,
                wish.name().strip(),
                host,
                ShippedThemes.forStorefront(wish.theme()),
                wish.goodsScopeAll(),
                wish.categoryIds(),
                wish.discountBp(),
                handlingBp,
                mall.country(),
                mall.languages(),
                mall.currencies(),
                mall.zone());
    }

    /** The mall's own front, once it stands. */
    Optional<SiteView> mall() {
        return database.sql()
                .createQuery(SiteBook.SITES + "where s.kind = 'mall'")
                .mapTo(SiteBook.SiteRow.class)
                .findOne()
                .map(SiteBook.SiteRow::view);
    }
}
