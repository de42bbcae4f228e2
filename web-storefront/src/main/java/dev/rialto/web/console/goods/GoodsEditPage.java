package dev.rialto.web.console.goods;

import dev.rialto.design.DraftSite;
import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.goods.GoodsDetails;
import dev.rialto.goods.GoodsDraft;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.GoodsState;
import dev.rialto.goods.NewGoods;
import dev.rialto.goods.VariantSpec;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Texts;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Subject;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form of one product, new or not; and the buttons that put it on sale, take it off or delete it. */
@Route(path = "/goods/{goods}", view = "goods-edit", permission = "goods.view")
public class GoodsEditPage implements ConsolePage {
    private final GoodsEditor editor;
    private final Categories categories;
    private final GoodsPictures pictures;
    private final SiteDirectory sites;
    private final Settings settings;
    private final StorefrontDesk desk;
    private final DraftSite drafts;
    private @Nullable GoodsDraft draft;
    private List<CategoryNode> tree = List.of();
    private String onMall = "";
    private String onShop = "";
    private String language = "";

    @Inject
    public GoodsEditPage(
            GoodsEditor editor,
            Categories categories,
            GoodsPictures pictures,
            SiteDirectory sites,
            Settings settings,
            StorefrontDesk desk,
            DraftSite drafts) {
        this.desk = desk;
        this.drafts = drafts;
        this.editor = editor;
        this.categories = categories;
        this.pictures = pictures;
        this.sites = sites;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        tree = categories.tree(visit.caller(), visit.language());
        if (!isNew(visit)) {
            GoodsDraft found = editor.view(visit.caller(), visit.id("goods"));
            SiteView shop = shop(visit, found);
            onShop = settings.address(
                    shop.host(), "/goods/" + found.slug() + "?preview=" + drafts.goodsPass(visit.caller(), found.id()));
            onMall = settings.address(sites.mall(visit.caller()).host(), "/goods/" + found.slug());
            draft = found;
        }
        return Outcome.show();
    }

    /** The seller's own front when there is one, else the mall's. */
    private SiteView shop(Visit visit, GoodsDraft found) {
        return desk.sites(visit.caller()).stream()
                .filter(site -> found.tenantId().equals(site.tenantId()) && site.state() != SiteView.State.CLOSED)
                .findFirst()
                .orElseGet(() -> sites.mall(visit.caller()));
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (GoodsTemplates.isMeant(action)) {
            language = GoodsTemplates.fill(visit, action);
            return open(visit);
        }
        return switch (action) {
            case "save" -> isNew(visit) ? create(visit) : save(visit);
            case "publish" -> move(visit, GoodsState.ON_SALE, "done.goods-published");
            case "withdraw" -> move(visit, GoodsState.WITHDRAWN, "done.goods-withdrawn");
            case "delete" -> move(visit, GoodsState.DELETED, "done.goods-deleted");
            case "add-picture" -> pictures.add(visit, visit.id("goods"));
            case "change-picture" -> pictures.change(visit, editor.view(visit.caller(), visit.id("goods")));
            case "forward-picture" -> pictures.forward(visit, editor.view(visit.caller(), visit.id("goods")));
            case "remove-picture" -> pictures.remove(visit, editor.view(visit.caller(), visit.id("goods")));
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        };
    }

    private Outcome create(Visit visit) {
        GoodsForm form = new GoodsForm(visit, null);
        GoodsDetails details = form.details();
        List<VariantSpec> variants = form.variants();
        visit.entries().raise();
        UUID id = editor.create(visit.caller(), new NewGoods(null, details, variants, GoodsState.DRAFT));
        return Outcome.go("/goods/" + Ids.external("goods", id), "done.goods-created", title(details, visit));
    }

    private Outcome save(Visit visit) {
        GoodsDraft before = editor.view(visit.caller(), visit.id("goods"));
        GoodsForm form = new GoodsForm(visit, before);
        GoodsDetails details = form.details();
        List<VariantSpec> variants = form.variants();
        long version = visit.entries().whole("version");
        visit.entries().raise();
        editor.save(visit.caller(), before.id(), version, details, variants);
        return Outcome.go("/goods/" + visit.variable("goods"), "done.goods-saved", title(details, visit));
    }

    private Outcome move(Visit visit, GoodsState next, String note) {
        GoodsDraft goods = editor.view(visit.caller(), visit.id("goods"));
        editor.move(visit.caller(), goods.id(), goods.version(), next);
        String where = next == GoodsState.DELETED ? "/goods" : "/goods/" + visit.variable("goods");
        return Outcome.go(where, note, title(goods.details(), visit));
    }

    @Override
    public Optional<Subject> edits(Visit visit) {
        return isNew(visit) ? Optional.empty() : Optional.of(new Subject("goods", visit.id("goods")));
    }

    @Override
    public String title(Visit visit) {
        return draft == null ? visit.say("page.goods-new") : title(draft.details(), visit);
    }

    private static String title(GoodsDetails details, Visit visit) {
        Map<String, String> titles = details.texts().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, text -> text.getValue().title()));
        return Texts.pick(titles, visit.language(), details.defaultLanguage());
    }

    public @Nullable GoodsDraft draft() {
        return draft;
    }

    /** What the inputs begin with. */
    public GoodsInputs inputs() {
        return new GoodsInputs(draft, tree);
    }

    /** The language whose texts are open first. */
    public String language(Visit visit) {
        return language.isEmpty() ? visit.language() : language;
    }

    /** Was an outline filled in just now? */
    public boolean isBegun() {
        return !language.isEmpty();
    }

    /** Outlines to begin a description from. */
    public List<String> templates() {
        return GoodsTemplates.KINDS;
    }

    public boolean is(String state) {
        return draft != null && GoodsWords.key(draft.state()).equals(state);
    }

    public String state() {
        return draft == null ? "" : GoodsWords.key(draft.state());
    }

    public String tone() {
        return draft == null ? "" : GoodsWords.tone(draft.state());
    }

    /** The page as shoppers see it, or would see it (D60). */
    public String onShop() {
        return onShop;
    }

    /** Where shoppers of the mall find it. */
    public String onMall() {
        return onMall;
    }

    private static boolean isNew(Visit visit) {
        return visit.variable("goods").equals("new");
    }
}
