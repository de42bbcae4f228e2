package dev.rialto.web.local;

import dev.rialto.seller.PageBlock;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.ThemeDocument;
import dev.rialto.web.port.Block;
import dev.rialto.web.port.Site;
import dev.rialto.web.port.Theme;

/** Sites and their looks in the port's form. */
final class Sites {
    private Sites() {}

    static Site site(SiteView site, boolean isTest) {
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
                        .toList());
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
