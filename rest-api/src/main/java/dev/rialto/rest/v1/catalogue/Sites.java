package dev.rialto.rest.v1.catalogue;

import dev.rialto.rest.v1.Wire;
import dev.rialto.seller.PageBlock;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.ThemeDocument;

/** Sites and their looks in the port's form. */
final class Sites {
    private Sites() {}

    static Site site(SiteView site, boolean isTest, String signInAddress, String shopAddress) {
        return new Site(
                Wire.text(Wire.SITE, site.id()),
                site.isMall(),
                site.isOpen(),
                isTest,
                site.name(),
                site.slogan(),
                site.priceDisplay() == SiteView.PriceDisplay.GROSS,
                site.country(),
                site.languages(),
                site.currencies(),
                site.guestCheckout(),
                site.zone(),
                site.logoKey(),
                theme(site.theme()),
                site.theme().name() + "-" + site.themeVersion(),
                site.menu().stream()
                        .map(page -> new Site.MenuEntry(page.slug(), page.title()))
                        .toList(),
                signInAddress,
                shopAddress);
    }

    private static Theme theme(ThemeDocument look) {
        return new Theme(
                look.light(),
                look.dark(),
                look.bodyFont(),
                look.headingFont(),
                look.cornerPx(),
                look.header(),
                look.home().stream().map(Sites::block).toList());
    }

    static Block block(PageBlock block) {
        return new Block(block.kind(), block.settings(), block.texts());
    }
}
