package dev.rialto.web.console.goods;

import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.GoodsRow;
import dev.rialto.goods.GoodsState;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.Listing;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** The list of goods, searched and narrowed in the address. */
@Route(path = "/goods", view = "goods", permission = "goods.view", menu = Section.GOODS, rank = 10)
public class GoodsPage implements Listing {
    private static final int PAGE = 50;

    private final GoodsEditor editor;
    private final Categories categories;
    private final StorefrontDesk desk;
    private List<SiteView> shops = List.of();
    private Page<GoodsRow> goods = new Page<>(List.of(), null);
    private List<CategoryNode> tree = List.of();

    @Inject
    public GoodsPage(GoodsEditor editor, Categories categories, StorefrontDesk desk) {
        this.desk = desk;
        this.editor = editor;
        this.categories = categories;
    }

    @Override
    public List<Column> columns(Visit visit) {
        return Listing.columns(
                visit, "shell.seller", "goods.category", "field.price", "goods.stock", "goods.updated", "field.state");
    }

    @Override
    public Outcome open(Visit visit) {
        goods = editor.list(
                visit.caller(),
                GoodsQuery.of(visit, visit.entries().optional("after").orElse(null), PAGE));
        shops = desk.sites(visit.caller()).stream()
                .filter(site -> visit.isOperator() || !site.isMall())
                .toList();
        tree = categories.tree(visit.caller(), visit.language());
        return Outcome.show();
    }

    public Page<GoodsRow> goods() {
        return goods;
    }

    /** The shops to choose from first: only their goods are listed (D59). */
    public List<Option> shops() {
        return shops.stream()
                .map(site -> new Option(site.id().toString(), site.name()))
                .toList();
    }

    public List<String> states() {
        return Stream.of(GoodsState.ON_SALE, GoodsState.DRAFT, GoodsState.WITHDRAWN)
                .map(GoodsWords::key)
                .toList();
    }

    public List<Option> categories() {
        return GoodsWords.categories(tree);
    }

    /** The way to these goods as a file. */
    public String filePath(Visit visit) {
        return "/goods/export" + visit.with("after", "").substring(visit.path().length());
    }

    /** The way to change all goods of this filter at once. */
    public String allPath(Visit visit) {
        return "/goods/bulk"
                + visit.with("after", "", "all", "yes").substring(visit.path().length());
    }

    public boolean isNarrowed(Visit visit) {
        return !(visit.query("q") + visit.query("state") + visit.query("category") + visit.query("shop")).isEmpty();
    }

    public String path(GoodsRow row) {
        return "/goods/" + Ids.external("goods", row.id());
    }

    public String state(GoodsRow row) {
        return GoodsWords.key(row.state());
    }

    public String tone(GoodsRow row) {
        return GoodsWords.tone(row.state());
    }

    /** From the lowest to the highest price in the mall's first currency. */
    public String price(GoodsRow row, Visit visit) {
        Long lowest = row.lowest();
        Long highest = row.highest();
        if (lowest == null || highest == null) {
            return "—";
        }
        String currency = visit.house().currencies().get(0);
        String from = visit.show().money(lowest, currency);
        return lowest.equals(highest) ? from : from + " – " + visit.show().money(highest, currency);
    }
}
