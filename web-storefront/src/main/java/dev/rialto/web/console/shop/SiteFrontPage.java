package dev.rialto.web.console.shop;

import dev.rialto.design.DraftSite;
import dev.rialto.goods.Categories;
import dev.rialto.picture.PictureStore;
import dev.rialto.platform.Json;
import dev.rialto.platform.Settings;
import dev.rialto.seller.PageBlock;
import dev.rialto.seller.SiteDesign;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.seller.ThemeDocument;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a shop's front page, top to bottom; kept with the look as its next version (A9, A10). */
@Route(path = "/shops/{site}/front", view = "site-front", permission = "site.edit")
public class SiteFrontPage implements ConsolePage {
    private static final String PREFIX = "layout.home";

    private final SiteDesign design;
    private final StorefrontDesk desk;
    private final Categories categories;
    private final PictureStore pictures;
    private final DraftSite drafts;
    private final Settings settings;
    private @Nullable SiteView site;
    private @Nullable BlockChoices choices;
    private List<SiteDesign.Version> versions = List.of();
    private List<PageBlock> blocks = List.of();
    private String pass = "";
    private boolean arranged;

    @Inject
    public SiteFrontPage(
            SiteDesign design,
            StorefrontDesk desk,
            Categories categories,
            PictureStore pictures,
            DraftSite drafts,
            Settings settings) {
        this.design = design;
        this.desk = desk;
        this.categories = categories;
        this.pictures = pictures;
        this.drafts = drafts;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        SiteView found = desk.site(visit.caller(), visit.id("site"));
        versions = design.versions(visit.caller(), found.id());
        if (visit.isReturned() && visit.entries().has("title-sent")) {
            blocks = form(visit).read();
        } else if (!arranged) {
            blocks = newest(visit, found).home();
        }
        pass = drafts.pass(visit.caller(), found.id());
        choices = new BlockChoices(found, categories.tree(visit.caller(), visit.language()));
        site = found;
        return Outcome.show();
    }

    /** The saved look that the address names, or the newest. */
    private ThemeDocument newest(Visit visit, SiteView of) {
        List<SiteDesign.Version> all = design.versions(visit.caller(), of.id());
        int number = visit.entries()
                .wholeOrNone("version")
                .map(Long::intValue)
                .orElseGet(() -> all.isEmpty() ? 0 : all.get(0).number());
        return number == 0 ? of.theme() : design.version(visit.caller(), of.id(), number);
    }

    @Override
    public Outcome act(Visit visit, String action) {
        SiteView of = desk.site(visit.caller(), visit.id("site"));
        if (BlockForm.isArranging(action)) {
            blocks = form(visit).arranged(action);
            arranged = true;
            return open(visit);
        }
        return switch (action) {
            case "save" -> save(visit, of, false);
            case "save-publish" -> save(visit, of, true);
            case "publish" -> publish(visit, of);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        };
    }

    private Outcome save(Visit visit, SiteView of, boolean publish) {
        ThemeDocument look = newest(visit, of);
        Map<String, List<PageBlock>> layout = new HashMap<>(look.layout());
        layout.put("home", form(visit).read());
        int number = design.save(visit.caller(), of.id(), Json.write(look.withLayout(layout)));
        if (publish) {
            design.publish(visit.caller(), of.id(), number);
        }
        return Outcome.go(visit.path(), publish ? "done.look-published" : "done.look-saved", String.valueOf(number));
    }

    private Outcome publish(Visit visit, SiteView of) {
        long number = visit.entries().whole("number");
        visit.entries().raise();
        design.publish(visit.caller(), of.id(), Math.toIntExact(number));
        return Outcome.go(visit.path(), "done.look-published", String.valueOf(number));
    }

    private BlockForm form(Visit visit) {
        return new BlockForm(visit, PREFIX, pictures);
    }

    @Override
    public String title(Visit visit) {
        return site == null ? visit.say("page.site-front") : visit.say("pages.front-of", site.name());
    }

    public List<BlockLine> lines() {
        return BlockForm.lines(blocks);
    }

    public List<SiteDesign.Version> versions() {
        return versions;
    }

    public String prefix() {
        return PREFIX;
    }

    public @Nullable BlockChoices choices() {
        return choices;
    }

    public boolean isArranged() {
        return arranged;
    }

    public String shopPath() {
        return site == null ? "/shops" : ShopWords.path(site);
    }

    public String preview() {
        return site == null ? "" : settings.address(site.host(), "/?preview=" + pass);
    }
}
