package dev.rialto.jobs.demo;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Settings;
import dev.rialto.seller.ApplyForStorefront;
import dev.rialto.seller.OpenMall;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.seller.UpdateSite;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The mall's front and the storefronts: opened, then given their name, logo, look and pages. */
@ApplicationScoped
class SiteSetup {
    @Inject
    private StorefrontDesk desk;

    @Inject
    private Settings settings;

    @Inject
    private DemoPictures pictures;

    @Inject
    private Furniture furniture;

    /** The mall's own front, before anybody can join. */
    void openMall(Caller worker, MallContent mall) {
        desk.openMall(
                worker,
                new OpenMall(
                        mall.name(),
                        mall.theme(),
                        mall.country(),
                        mall.languages(),
                        mall.currencies(),
                        mall.discountBp(),
                        mall.zone()));
    }

    void furnishMall(Caller worker, MallContent mall, DemoFolder folder) {
        SiteView site =
                desk.sites(worker).stream().filter(SiteView::isMall).findFirst().orElseThrow();
        name(
                worker,
                site,
                mall.name(),
                mall.slogan(),
                pictures.keep(folder, mall.logo()).key());
        furniture.furnish(worker, site, mall.hero(), mall.banners(), folder);
        furniture.write(worker, site, mall.pages());
    }

    /** The seller applies, the mall approves: from then on the storefront answers. */
    void openStorefront(Caller worker, UUID tenant, UUID owner, SellerContent.Shop shop, DemoFolder folder) {
        String host = shop.host() + "." + settings.storefrontDomain();
        SiteView site = find(worker, host).orElseGet(() -> {
            Caller seller = Caller.tenant(tenant, owner, Permissions.SELLER_OWNER, DemoLoader.JOB);
            UUID wish = desk.apply(
                    seller,
                    new ApplyForStorefront(shop.name(), host, shop.theme(), true, List.of(), shop.discountBp(), null));
            return desk.site(worker, desk.approve(worker, new StorefrontDesk.Approval(wish, 0)));
        });
        name(
                worker,
                site,
                shop.name(),
                shop.slogan(),
                pictures.keep(folder, shop.logo()).key());
        furniture.furnish(worker, site, shop.hero(), List.of(), folder);
        furniture.write(worker, site, shop.pages());
    }

    private Optional<SiteView> find(Caller worker, String host) {
        return desk.sites(worker).stream()
                .filter(site -> site.host().equals(host))
                .findFirst();
    }

    private void name(Caller worker, SiteView site, String name, Map<String, String> slogan, String logo) {
        UpdateSite now = UpdateSite.of(site);
        desk.updateSite(
                worker,
                new UpdateSite(
                        now.siteId(),
                        name,
                        slogan,
                        now.discountBp(),
                        now.priceDisplay(),
                        now.languages(),
                        now.currencies(),
                        now.goodsScopeAll(),
                        now.categoryIds(),
                        now.guestCheckout(),
                        logo,
                        true,
                        now.version()));
    }
}
