package dev.rialto.web.local;

import dev.rialto.design.DraftGoods;
import dev.rialto.design.DraftSite;
import dev.rialto.goods.GoodsView;
import dev.rialto.goods.Shelf;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Texts;
import dev.rialto.platform.Settings;
import dev.rialto.seller.PageDocument;
import dev.rialto.seller.SellerRegistry;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SitePages;
import dev.rialto.web.port.CataloguePort;
import dev.rialto.web.port.Category;
import dev.rialto.web.port.ContentPage;
import dev.rialto.web.port.Goods;
import dev.rialto.web.port.ListQuery;
import dev.rialto.web.port.Listing;
import dev.rialto.web.port.Shop;
import dev.rialto.web.port.Site;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The catalogue from the shelf of this process. */
@ApplicationScoped
class LocalCatalogue implements CataloguePort {
    private static final int MOST_SHOPS = 200;

    @Inject
    private SiteDirectory sites;

    @Inject
    private Shelf shelf;

    @Inject
    private DeliveryOffers deliveries;

    @Inject
    private SellerRegistry sellers;

    @Inject
    private SitePages pages;

    @Inject
    private DraftSite drafts;

    @Inject
    private DraftGoods goods;

    @Inject
    private Settings settings;

    @Override
    public Optional<Site> siteAt(String host) {
        Caller caller = Caller.anonymous(Ids.next().toString());
        return sites.byHost(caller, host).map(site -> Sites.site(site, sites.isTest(caller, site.id())));
    }

    @Override
    public List<Category> categories(Visitor visitor) {
        Caller caller = Wire.caller(visitor);
        UUID site = Wire.site(visitor);
        return shelf
                .rememberedCategories(caller, site, visitor.language())
                .orElseGet(() -> shelf.categories(caller, site, visitor.language()))
                .stream()
                .map(Shelves::category)
                .toList();
    }

    @Override
    public Listing list(Visitor visitor, ListQuery query) {
        return Shelves.listing(shelf.list(Wire.caller(visitor), Shelves.query(visitor, query)));
    }

    @Override
    public Optional<Goods> goods(Visitor visitor, String slug) {
        Optional<GoodsView> goods =
                shelf.goods(Wire.caller(visitor), Wire.site(visitor), slug, visitor.language(), visitor.currency());
        return goods.map(found -> Shelves.goods(found, deliveries.of(visitor, found.sellerId())));
    }

    @Override
    public List<Shop> shops(Visitor visitor) {
        return sellers.shops(Wire.caller(visitor), null, MOST_SHOPS).items().stream()
                .map(this::shop)
                .toList();
    }

    private Shop shop(SellerRegistry.Shop shop) {
        String host = shop.host();
        return new Shop(
                Wire.text(Wire.SELLER, shop.sellerId()),
                shop.name(),
                shop.slogan().isEmpty() ? shop.about() : shop.slogan(),
                host == null ? null : settings.address(host, "/"),
                shop.logoKey());
    }

    @Override
    public Optional<ContentPage> page(Visitor visitor, String slug) {
        return pages.published(Wire.caller(visitor), Wire.site(visitor), slug).map(page -> page(visitor, slug, page));
    }

    private static ContentPage page(Visitor visitor, String slug, PageDocument page) {
        return new ContentPage(
                slug,
                Texts.pick(page.title(), visitor.language(), "en"),
                page.blocks().stream().map(Sites::block).toList());
    }

    @Override
    public Optional<Site> draft(String host, String pass) {
        Caller caller = Caller.anonymous(Ids.next().toString());
        return sites.byHost(caller, host)
                .flatMap(site -> drafts.site(caller, site, pass))
                .map(site -> Sites.site(site, sites.isTest(caller, site.id())));
    }

    @Override
    public Optional<ContentPage> draftPage(Visitor visitor, String slug, String pass) {
        return drafts.page(Wire.caller(visitor), Wire.site(visitor), slug, pass).map(page -> page(visitor, slug, page));
    }

    @Override
    public Optional<Goods> draftGoods(Visitor visitor, String slug, String pass) {
        UUID only = drafts.goods(Wire.caller(visitor), pass).orElse(null);
        if (only == null && !drafts.admits(Wire.caller(visitor), Wire.site(visitor), pass)) {
            return Optional.empty();
        }
        DraftGoods.Wanted wanted =
                new DraftGoods.Wanted(Wire.site(visitor), slug, visitor.language(), visitor.currency(), only);
        return goods.shown(Wire.caller(visitor).asWorker(), wanted)
                .map(found -> Shelves.goods(found, deliveries.of(visitor, found.sellerId())));
    }
}
