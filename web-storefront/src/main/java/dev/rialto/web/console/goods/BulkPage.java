package dev.rialto.web.console.goods;

import dev.rialto.assortment.AssortmentError;
import dev.rialto.assortment.BulkChange;
import dev.rialto.assortment.BulkEdit;
import dev.rialto.assortment.BulkPlan;
import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.GoodsRow;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes many goods at once: choose, see before and after, make it once. */
@Route(path = "/goods/bulk", view = "goods-bulk", permission = "goods.edit")
public class BulkPage implements ConsolePage {
    private final BulkEdit bulk;
    private final GoodsEditor editor;
    private final Categories categories;
    private List<UUID> goods = List.of();
    private List<CategoryNode> tree = List.of();
    private @Nullable BulkPlan plan;
    private boolean overtaken;

    @Inject
    public BulkPage(BulkEdit bulk, GoodsEditor editor, Categories categories) {
        this.bulk = bulk;
        this.editor = editor;
        this.categories = categories;
    }

    @Override
    public Outcome open(Visit visit) {
        goods = visit.query("all").isEmpty() ? visit.entries().ids("goods") : all(visit);
        tree = categories.tree(visit.caller(), visit.language());
        return Outcome.show();
    }

    /** The goods of the filter in the address, the first ones when there are more than one change may hold. */
    private List<UUID> all(Visit visit) {
        return editor.list(visit.caller(), GoodsQuery.of(visit, null, BulkChange.MOST)).items().stream()
                .map(GoodsRow::id)
                .toList();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        BulkChange change = change(visit);
        if (action.equals("preview")) {
            return preview(visit, change);
        }
        if (!action.equals("apply")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        try {
            long lines = bulk.apply(visit.caller(), change, visit.entries().text("plan"), visit.language());
            return Outcome.go("/goods", "done.bulk", String.valueOf(lines));
        } catch (DomainException refused) {
            if (refused.code() != AssortmentError.PLAN_CHANGED) {
                throw refused;
            }
            overtaken = true;
            return preview(visit, change);
        }
    }

    private Outcome preview(Visit visit, BulkChange change) {
        plan = bulk.plan(visit.caller(), change, visit.language());
        return open(visit);
    }

    private static BulkChange change(Visit visit) {
        BulkChange.Kind kind = Arrays.stream(BulkChange.Kind.values())
                .filter(one -> key(one).equals(visit.query("kind")))
                .findFirst()
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("kind", "required"));
        int percent = visit.entries().basisPoints("percent");
        UUID category = visit.entries().id("categoryId").orElse(null);
        String currency = visit.query("currency");
        visit.entries().check(visit.house().currencies().contains(currency), "currency", "unknown");
        List<UUID> chosen = visit.entries().ids("goods");
        visit.entries().raise();
        return new BulkChange(chosen, kind, currency, percent, category);
    }

    private static String key(BulkChange.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public List<UUID> goods() {
        return goods;
    }

    public int most() {
        return BulkChange.MOST;
    }

    public List<Option> kinds(Visit visit) {
        return Arrays.stream(BulkChange.Kind.values())
                .map(kind -> new Option(key(kind), visit.say("bulk.kind." + key(kind))))
                .toList();
    }

    public List<Option> currencies(Visit visit) {
        return visit.house().currencies().stream()
                .map(code -> new Option(code, code))
                .toList();
    }

    public List<Option> categories() {
        return GoodsWords.categories(tree);
    }

    public @Nullable BulkPlan plan() {
        return plan;
    }

    /** Had the goods changed between the preview and the press? */
    public boolean isOvertaken() {
        return overtaken;
    }

    public String path(BulkPlan.Line line) {
        return "/goods/" + Ids.external("goods", line.goodsId());
    }

    /** A value as it is read: a price with what it is compared with, a state, or a category. */
    public String value(BulkPlan.Value value, Visit visit) {
        Long amount = value.amount();
        if (amount == null) {
            String state = "state.goods." + value.word();
            return value.word().isEmpty() ? "—" : visit.phrases().has(state) ? visit.say(state) : value.word();
        }
        String currency = visit.query("currency");
        Long compareAt = value.compareAt();
        String price = visit.show().money(amount, currency);
        return compareAt == null
                ? price
                : visit.say("bulk.compared", price, visit.show().money(compareAt, currency));
    }
}
