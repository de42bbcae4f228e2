package dev.rialto.web.console.shop;

import dev.rialto.kernel.Ids;
import dev.rialto.platform.Settings;
import dev.rialto.seller.ApplicationView;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;

/** All shops for operators; for a seller its own, and the applications that are to become some (D14, D55). */
@Route(path = "/shops", view = "shops", permission = "site.view", menu = Section.SHOPS, rank = 20)
public class ShopsPage implements ConsolePage {
    private static final int OPEN_APPLICATIONS = 20;

    private final StorefrontDesk desk;
    private final Settings settings;
    private List<SiteView> shops = List.of();
    private List<ApplicationView> applications = List.of();

    @Inject
    public ShopsPage(StorefrontDesk desk, Settings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        shops = desk.sites(visit.caller()).stream()
                .filter(site -> visit.isOperator() || !site.isMall())
                .toList();
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
