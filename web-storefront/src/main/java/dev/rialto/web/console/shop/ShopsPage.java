package dev.rialto.web.console.shop;

import dev.rialto.kernel.Ids;
import dev.rialto.platform.Settings;
import dev.rialto.seller.ApplicationView;
import dev.rialto.seller.SellerRegistry;
import dev.rialto.seller.SellerState;
import dev.rialto.seller.SellerSummary;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** All shops for operators; for a seller its own, and the applications that are to become some (D14, D55). */
@Route(path = "/shops", view = "shops", permission = "site.view", menu = Section.SHOPS, rank = 20)
public class ShopsPage implements ConsolePage {
    private static final int OPEN_APPLICATIONS = 20;
    private static final int MOST_SELLERS = 200;

    private final StorefrontDesk desk;
    private final Settings settings;
    private final SellerRegistry registry;
    private List<SellerSummary> sellers = List.of();
    private List<SiteView> shops = List.of();
    private List<ApplicationView> applications = List.of();

    @Inject
    public ShopsPage(StorefrontDesk desk, Settings settings, SellerRegistry registry) {
        this.registry = registry;
        this.desk = desk;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        List<SiteView> all = desk.sites(visit.caller()).stream()
                .filter(site -> visit.isOperator() || !site.isMall())
                .toList();
        shops = all.stream().filter(site -> isWanted(site, visit)).toList();
        if (visit.isOperator() && visit.may("site.approve")) {
            sellers = registry.list(
                            visit.caller(), new SellerRegistry.Filter(SellerState.ACTIVE, null, null, MOST_SELLERS))
                    .items();
        }
        if (visit.isSeller()) {
            applications =
                    desk
                            .applications(visit.caller(), new StorefrontDesk.Filter(null, null, OPEN_APPLICATIONS))
                            .items()
                            .stream()
                            .filter(application -> application.state() != ApplicationView.State.APPROVED)
                            .toList();
        }
        return Outcome.show();
    }

    private static boolean isWanted(SiteView site, Visit visit) {
        String text = visit.query("q").toLowerCase(Locale.ROOT);
        String state = visit.query("state");
        boolean found = site.name().toLowerCase(Locale.ROOT).contains(text)
                || site.host().contains(text);
        return found
                && (state.isEmpty()
                        ? site.state() != SiteView.State.CLOSED
                        : ShopWords.key(site.state()).equals(state));
    }

    /** One press makes a shop that can be reached at once; all of it can be changed afterwards (D15, D56). */
    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("build")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        UUID seller = visit.entries()
                .id("seller")
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("seller", "required"));
        UUID site = desk.buildWithDefaults(visit.caller(), seller, settings.storefrontDomain());
        SiteView built = desk.site(visit.caller(), site);
        return Outcome.go(ShopWords.path(built), "done.shop-built", built.name(), address(built));
    }

    /** The sellers for whom a shop can be made. */
    public List<Option> sellers() {
        return sellers.stream()
                .map(seller -> new Option(seller.id().toString(), seller.name()))
                .toList();
    }

    public List<String> states() {
        return Arrays.stream(SiteView.State.values()).map(ShopWords::key).toList();
    }

    public boolean isNarrowed(Visit visit) {
        return !(visit.query("q") + visit.query("state")).isEmpty();
    }

    /** The name of the seller whose shop it is; the mall's own has none. */
    public String seller(SiteView shop) {
        return sellers.stream()
                .filter(seller -> seller.id().equals(shop.tenantId()))
                .map(SellerSummary::name)
                .findFirst()
                .orElse("");
    }

    public List<SiteView> shops() {
        return shops;
    }

    public List<ApplicationView> applications() {
        return applications;
    }

    public String path(SiteView shop) {
        return ShopWords.path(shop);
    }

    public String applicationPath(ApplicationView application) {
        return "/applications/" + Ids.external("application", application.id());
    }

    public String address(SiteView shop) {
        return settings.address(shop.host(), "/");
    }

    public String state(SiteView shop) {
        return ShopWords.key(shop.state());
    }

    public String tone(SiteView shop) {
        return ShopWords.tone(shop.state());
    }

    public String applicationState(ApplicationView application) {
        return ShopWords.key(application.state());
    }

    public String applicationTone(ApplicationView application) {
        return ShopWords.tone(application.state());
    }
}
