package dev.rialto.web.local;

import dev.rialto.finding.FeedItem;
import dev.rialto.finding.GoodsAddresses;
import dev.rialto.finding.ProductFeeds;
import dev.rialto.finding.Sitemaps;
import dev.rialto.hosting.OwnDomains;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import dev.rialto.web.port.FeedEntry;
import dev.rialto.web.port.OutlookPort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the shops of this process are found. */
@ApplicationScoped
class LocalOutlook implements OutlookPort {
    @Inject
    private SiteDirectory sites;

    @Inject
    private Settings settings;

    @Inject
    private GoodsAddresses addresses;

    @Inject
    private Sitemaps maps;

    @Inject
    private ProductFeeds feeds;

    @Inject
    private OwnDomains domains;

    @Override
    public Outlook of(Visitor visitor) {
        Caller caller = Wire.caller(visitor);
        return outlook(caller, sites.byId(caller, Wire.site(visitor)));
    }

    private Outlook outlook(Caller caller, SiteView site) {
        Optional<String> elsewhere = site.isMall() ? Optional.empty() : domains.ownServer(caller, site.id());
        String address = elsewhere.orElseGet(() -> settings.address(site.host(), ""));
        return new Outlook(address, site.languages(), sites.isTest(caller, site.id()));
    }

    /** A storefront that shows its prices in another currency first may not show the goods at all. */
    @Override
    public Optional<Outlook> homeOf(Visitor visitor, String sellerId) {
        Caller caller = Wire.caller(visitor);
        SiteView here = sites.byId(caller, Wire.site(visitor));
        if (!here.isMall()) {
            return Optional.empty();
        }
        return sites.homeOf(caller, Wire.id(Wire.SELLER, sellerId))
                .filter(home -> home.defaultCurrency().equals(here.defaultCurrency()))
                .map(home -> outlook(caller, home));
    }

    @Override
    public Optional<String> movedTo(Visitor visitor, String slug) {
        return addresses.movedTo(Wire.caller(visitor), slug);
    }

    @Override
    public Optional<String> categoryMovedTo(Visitor visitor, String slug) {
        return addresses.categoryMovedTo(Wire.caller(visitor), slug);
    }

    @Override
    public List<MapPart> mapParts(Visitor visitor) {
        return maps.parts(Wire.caller(visitor), Wire.site(visitor)).stream()
                .map(part -> new MapPart(part.number(), part.changedAt()))
                .toList();
    }

    @Override
    public List<MapEntry> mapOf(Visitor visitor, int part) {
        return maps.goods(Wire.caller(visitor), Wire.site(visitor), part).stream()
                .map(entry -> new MapEntry(entry.slug(), entry.changedAt()))
                .toList();
    }

    @Override
    public FeedPage feed(Visitor visitor, String after) {
        UUID start = after.isEmpty() ? ProductFeeds.START : Wire.id(Wire.GOODS, after);
        List<FeedItem> items = feeds.page(
                Wire.caller(visitor),
                new ProductFeeds.Query(Wire.site(visitor), visitor.language(), visitor.currency(), start));
        String next = items.isEmpty()
                ? null
                : Wire.text(Wire.GOODS, items.get(items.size() - 1).goodsId());
        return new FeedPage(
                items.stream().map(item -> entry(item, visitor.currency())).toList(), next);
    }

    private static FeedEntry entry(FeedItem item, String currency) {
        return new FeedEntry(
                Wire.text(Wire.VARIANT, item.variantId()),
                Wire.text(Wire.GOODS, item.goodsId()),
                item.variants() == 1,
                item.slug(),
                item.title(),
                item.summary(),
                item.pictureKey(),
                item.vendor() == null ? item.sellerName() : item.vendor(),
                item.category(),
                item.sku(),
                item.options(),
                new Money(item.listPrice(), currency),
                new Money(item.price(), currency),
                item.available());
    }

    @Override
    public String proof(Visitor visitor, String host) {
        return domains.proofServed(Wire.caller(visitor), Wire.site(visitor), host);
    }
}
