package dev.rialto.web.console.shop;

import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What search engines and price portals get of a shop: the addresses to give them. */
@Route(path = "/shops/{site}/web", view = "web", permission = "site.view")
public class WebPage implements ConsolePage {
    private final StorefrontDesk desk;
    private final SiteDirectory sites;
    private final Settings settings;
    private @Nullable SiteView site;
    private boolean hidden;

    @Inject
    public WebPage(StorefrontDesk desk, SiteDirectory sites, Settings settings) {
        this.desk = desk;
        this.sites = sites;
        this.settings = settings;
    }

    /** A feed in a language and currency. */
    public record Feed(String language, String currency, String address) {}

    @Override
    public Outcome open(Visit visit) {
        SiteView found = desk.site(visit.caller(), visit.id("site"));
        hidden = sites.isTest(visit.caller(), found.id());
        site = found;
        return Outcome.show();
    }

    @Override
    public String title(Visit visit) {
        return site == null ? visit.say("page.web") : visit.say("web.of", site.name());
    }

    /** One feed for each language and currency offered. */
    public List<Feed> feeds() {
        return site == null
                ? List.of()
                : site.languages().stream()
                        .flatMap(language -> site.currencies().stream()
                                .map(currency -> new Feed(
                                        language,
                                        currency,
                                        address("/feed.xml?lang=" + language + "&currency=" + currency))))
                        .toList();
    }

    public String address(String path) {
        return site == null ? "" : settings.address(site.host(), path);
    }

    public boolean isHidden() {
        return hidden;
    }

    public boolean isMall() {
        return site != null && site.isMall();
    }

    public String shopPath() {
        return site == null ? "/shops" : ShopWords.path(site);
    }
}
