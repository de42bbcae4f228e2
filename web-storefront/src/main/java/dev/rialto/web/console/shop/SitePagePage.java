package dev.rialto.web.console.shop;

import dev.rialto.design.DraftSite;
import dev.rialto.goods.Categories;
import dev.rialto.picture.PictureStore;
import dev.rialto.platform.Json;
import dev.rialto.platform.Settings;
import dev.rialto.seller.PageBlock;
import dev.rialto.seller.PageDocument;
import dev.rialto.seller.SitePages;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One content page: title and parts in the shop's languages, its versions, and whether shoppers see it (A9, A10). */
@Route(path = "/shops/{site}/pages/{page}", view = "site-page", permission = "site.edit")
public class SitePagePage implements ConsolePage {
    private static final String PREFIX = "blocks";
    private static final int MOST_VERSIONS = 30;

    private final SitePages pages;
    private final StorefrontDesk desk;
    private final Categories categories;
    private final PictureStore pictures;
    private final DraftSite drafts;
    private final Settings settings;
    private SitePages.@Nullable Entry entry;
    private @Nullable SiteView site;
    private @Nullable BlockChoices choices;
    private PageDocument document = new PageDocument(Map.of(), List.of());
    private String pass = "";
    private boolean arranged;

    @Inject
    public SitePagePage(
            SitePages pages,
            StorefrontDesk desk,
            Categories categories,
            PictureStore pictures,
            DraftSite drafts,
            Settings settings) {
        this.pages = pages;
        this.desk = desk;
        this.categories = categories;
        this.pictures = pictures;
        this.drafts = drafts;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        SitePages.Entry found = read(visit);
        if (visit.isReturned() && visit.entries().has("title-sent")) {
            document = typed(visit, form(visit).read());
        } else if (!arranged) {
            int number =
                    visit.entries().wholeOrNone("version").map(Long::intValue).orElse(found.latest());
            document = pages.version(visit.caller(), found.id(), number);
        }
        pass = drafts.pass(visit.caller(), Objects.requireNonNull(site).id());
        choices = new BlockChoices(Objects.requireNonNull(site), categories.tree(visit.caller(), visit.language()));
        return Outcome.show();
    }

    private SitePages.Entry read(Visit visit) {
        SiteView of = desk.site(visit.caller(), visit.id("site"));
        SitePages.Entry found = pages.list(visit.caller(), of.id()).stream()
                .filter(one -> one.id().equals(visit.id("page")))
                .findFirst()
                .orElseThrow(ConsoleError.NO_SUCH_PAGE::now);
        site = of;
        entry = found;
        return found;
    }

    @Override
    public Outcome act(Visit visit, String action) {
        SitePages.Entry found = read(visit);
        if (BlockForm.isArranging(action)) {
            document = typed(visit, form(visit).arranged(action));
            arranged = true;
            return open(visit);
        }
        return switch (action) {
            case "save" -> save(visit, found, false);
            case "save-publish" -> save(visit, found, true);
            case "publish" -> publish(visit, found);
            case "withdraw" -> {
                pages.withdraw(visit.caller(), found.id());
                yield Outcome.go(visit.path(), "done.page-withdrawn");
            }
            case "delete" -> {
                pages.delete(visit.caller(), found.id());
                yield Outcome.go(above(visit), "done.page-deleted");
            }
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        };
    }

    private Outcome save(Visit visit, SitePages.Entry found, boolean publish) {
        PageDocument typed = typed(visit, form(visit).read());
        int number = pages.save(visit.caller(), found.id(), Json.write(typed));
        if (publish) {
            pages.publish(visit.caller(), found.id(), number);
        }
        return Outcome.go(visit.path(), publish ? "done.page-published" : "done.page-saved", String.valueOf(number));
    }

    private Outcome publish(Visit visit, SitePages.Entry found) {
        long number = visit.entries().whole("number");
        visit.entries().raise();
        pages.publish(visit.caller(), found.id(), Math.toIntExact(number));
        return Outcome.go(visit.path(), "done.page-published", String.valueOf(number));
    }

    private BlockForm form(Visit visit) {
        return new BlockForm(visit, PREFIX, pictures);
    }

    private static PageDocument typed(Visit visit, List<PageBlock> blocks) {
        return new PageDocument(visit.entries().texts("title"), blocks);
    }

    private static String above(Visit visit) {
        return visit.path().substring(0, visit.path().lastIndexOf('/'));
    }

    @Override
    public String title(Visit visit) {
        return entry == null ? visit.say("page.site-page") : visit.show().pick(entry.title());
    }

    public SitePages.@Nullable Entry entry() {
        return entry;
    }

    public String pageTitle(String language) {
        return document.title().getOrDefault(language, "");
    }

    public List<BlockLine> lines() {
        return BlockForm.lines(document.blocks());
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

    /** The numbers of the versions, latest first. */
    public List<Integer> versions() {
        int latest = entry == null ? 0 : entry.latest();
        return IntStream.iterate(latest, number -> number > 0, number -> number - 1)
                .limit(MOST_VERSIONS)
                .boxed()
                .toList();
    }

    public boolean isPublished(int number) {
        return entry != null && Objects.equals(entry.published(), number);
    }

    public String listPath(Visit visit) {
        return above(visit);
    }

    public String preview() {
        return site == null || entry == null
                ? ""
                : settings.address(site.host(), "/pages/" + entry.slug() + "?preview=" + pass);
    }

    public String publicPath() {
        return entry == null ? "" : "/pages/" + entry.slug();
    }
}
