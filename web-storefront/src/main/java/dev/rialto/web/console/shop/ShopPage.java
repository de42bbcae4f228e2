package dev.rialto.web.console.shop;

import dev.rialto.design.DraftSite;
import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.order.ShopClosing;
import dev.rialto.picture.PictureStore;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Subject;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of one shop; operators also suspend and reopen it. */
@Route(path = "/shops/{site}", view = "shop", permission = "site.view")
public class ShopPage implements ConsolePage {
    private final StorefrontDesk desk;
    private final Categories categories;
    private final PictureStore pictures;
    private final Settings settings;
    private final ShopClosing closing;
    private final DraftSite drafts;
    private long openOrders;
    private String pass = "";
    private @Nullable SiteView site;
    private List<CategoryNode> tree = List.of();

    @Inject
    public ShopPage(
            StorefrontDesk desk,
            Categories categories,
            PictureStore pictures,
            Settings settings,
            ShopClosing closing,
            DraftSite drafts) {
        this.closing = closing;
        this.drafts = drafts;
        this.desk = desk;
        this.categories = categories;
        this.pictures = pictures;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        SiteView found = desk.site(visit.caller(), visit.id("site"));
        if (isDeletable(found, visit)) {
            openOrders = closing.openOrders(visit.caller(), found.id());
        }
        pass = drafts.pass(visit.caller(), found.id());
        site = found;
        tree = categories.tree(visit.caller(), visit.language());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        SiteView now = desk.site(visit.caller(), visit.id("site"));
        switch (action) {
            case "delete" -> {
                closing.close(visit.caller(), now.id(), visit.entries().text("reason"));
                return Outcome.go("/shops", "done.shop-delete", now.name());
            }
            case "save" -> desk.updateSite(visit.caller(), new ShopForm(visit, pictures).read(now));
            case "close" -> desk.updateSite(visit.caller(), ShopForm.opening(now, false));
            case "open" -> desk.updateSite(visit.caller(), ShopForm.opening(now, true));
            case "suspend" ->
                desk.suspend(visit.caller(), now.id(), visit.entries().text("reason"));
            case "reopen" -> desk.reopen(visit.caller(), now.id());
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go("/shops/" + visit.variable("site"), "done.shop-" + action, now.name());
    }

    @Override
    public Optional<Subject> edits(Visit visit) {
        return Optional.of(new Subject("site", visit.id("site")));
    }

    @Override
    public String title(Visit visit) {
        return site == null ? visit.say("page.shop") : site.name();
    }

    public @Nullable SiteView site() {
        return site;
    }

    private static boolean isDeletable(SiteView of, Visit visit) {
        return visit.may("site.approve") && !of.isMall() && of.state() != SiteView.State.CLOSED;
    }

    /** May it be ended by whoever looks at it? */
    public boolean isDeletable(Visit visit) {
        return site != null && isDeletable(site, visit);
    }

    /** Orders that are still on their way; while there are some it stays. */
    public long openOrders() {
        return openOrders;
    }

    /** Where only its maker sees all that is saved. */
    public String preview() {
        return site == null ? "" : settings.address(site.host(), "/?preview=" + pass);
    }

    public boolean is(String state) {
        return site != null && ShopWords.key(site.state()).equals(state);
    }

    public String state() {
        return site == null ? "" : ShopWords.key(site.state());
    }

    public String tone() {
        return site == null ? "" : ShopWords.tone(site.state());
    }

    public String address() {
        return site == null ? "" : settings.address(site.host(), "/");
    }

    public String slogan(String language) {
        return site == null ? "" : site.slogan().getOrDefault(language, "");
    }

    public List<Option> categories() {
        return ShopWords.choices(tree);
    }

    public boolean hasCategory(Option option) {
        return site != null
                && site.categoryIds().stream().anyMatch(id -> id.toString().equals(option.value()));
    }

    public boolean isScope(String scope, Visit visit) {
        String now = site == null || site.goodsScopeAll() ? "all" : "categories";
        return visit.typed("scope", now).equals(scope);
    }

    public List<Option> priceDisplays(Visit visit) {
        return List.of(
                new Option("GROSS", visit.say("shops.prices.gross")), new Option("NET", visit.say("shops.prices.net")));
    }
}
