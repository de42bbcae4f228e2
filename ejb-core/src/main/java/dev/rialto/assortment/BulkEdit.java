package dev.rialto.assortment;

import dev.rialto.assortment.BulkPlan.Line;
import dev.rialto.assortment.BulkPlan.Value;
import dev.rialto.assortment.BulkRows.Row;
import dev.rialto.goods.GoodsDetails;
import dev.rialto.goods.GoodsDraft;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.GoodsState;
import dev.rialto.goods.VariantSpec.ListPrice;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Json;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes many goods in one step that was shown before. */
@Stateless
@Boundary
public class BulkEdit {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private BulkRows rows;
    private GoodsEditor editor;
    private Audit audit;

    @Inject
    public BulkEdit(BulkRows rows, GoodsEditor editor, Audit audit) {
        this.rows = rows;
        this.editor = editor;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BulkEdit() {}

    /**
     * What a change would do; nothing is written.
     *
     * @param language of titles and names
     * @throws DomainException {@link AssortmentError#INVALID_BULK} naming the field; the seller's {@code not_permitted}
     */
    public BulkPlan plan(Caller caller, BulkChange change, String language) {
        Permissions.require(caller, Permissions.GOODS_EDIT);
        change.raiseIfWrong();
        return plan(change, rows.of(change, language), language);
    }

    /**
     * Makes the change that was shown, all of it or nothing.
     *
     * @param fingerprint of the plan that was shown
     * @return how many lines were changed
     * @throws DomainException {@link AssortmentError#PLAN_CHANGED} when the goods are no longer what was shown, so also
     *     for the second of two presses; as {@link #plan}
     */
    public long apply(Caller caller, BulkChange change, String fingerprint, String language) {
        Permissions.require(caller, Permissions.GOODS_EDIT);
        change.raiseIfWrong();
        List<Row> now = rows.of(change, language);
        BulkPlan plan = plan(change, now, language);
        if (!plan.fingerprint().equals(fingerprint)) {
            throw AssortmentError.PLAN_CHANGED.now();
        }
        if (change.isAboutPrices()) {
            list(caller, change, now);
        } else {
            move(caller, change, now, plan);
        }
        audit.record(
                caller,
                Audit.Deed.of("goods.bulk", "goods", change.goods().get(0))
                        .changing(null, Json.write(Map.of("change", change, "lines", plan.changes()))));
        return plan.changes();
    }

    private BulkPlan plan(BulkChange change, List<Row> now, String language) {
        String category = change.categoryId() == null ? "" : rows.category(change.categoryId(), language);
        if (change.kind() == BulkChange.Kind.CATEGORY && category.isEmpty()) {
            throw AssortmentError.INVALID_BULK.because("categoryId", "not_second_level");
        }
        List<Line> lines = new ArrayList<>();
        if (change.isAboutPrices()) {
            now.stream().filter(row -> row.variantId() != null).forEach(row -> lines.add(priceLine(change, row)));
        } else {
            Map<UUID, Row> goods = new LinkedHashMap<>();
            now.forEach(row -> goods.putIfAbsent(row.goodsId(), row));
            goods.values().forEach(row -> lines.add(goodsLine(change, row, category, now)));
        }
        return new BulkPlan(lines, Tokens.hash(Json.write(List.of(change, now))));
    }

    private static Line priceLine(BulkChange change, Row row) {
        Value before = new Value(row.amount(), row.compareAt(), "");
        @Nullable ListPrice next = next(change, row);
        Value after = next == null ? before : new Value(next.amount(), next.compareAt(), "");
        String problem = row.amount() == null ? "no_price" : after.equals(before) ? "same" : null;
        return new Line(row.goodsId(), row.title(), String.join(" / ", row.optionValues()), before, after, problem);
    }

    /** The price after the change; halves go up, in the currency's smallest unit. */
    private static @Nullable ListPrice next(BulkChange change, Row row) {
        Long amount = row.amount();
        if (amount == null) {
            return null;
        }
        return switch (change.kind()) {
            case PRICE -> new ListPrice(share(amount, 10_000L + change.percentBp()), null);
            case REDUCTION -> {
                long from = row.compareAt() == null ? amount : row.compareAt();
                yield new ListPrice(share(from, 10_000L - change.percentBp()), from);
            }
            default -> new ListPrice(row.compareAt() == null ? amount : row.compareAt(), null);
        };
    }

    private static long share(long amount, long basisPoints) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(WHOLE, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Line goodsLine(BulkChange change, Row row, String category, List<Row> all) {
        if (change.kind() == BulkChange.Kind.CATEGORY) {
            String problem = row.categoryId().equals(change.categoryId()) ? "same" : null;
            return new Line(row.goodsId(), row.title(), "", Value.of(row.categoryName()), Value.of(category), problem);
        }
        GoodsState next = state(change);
        boolean priced = all.stream().anyMatch(one -> one.goodsId().equals(row.goodsId()) && one.amount() != null);
        String problem = row.state() == next
                ? "same"
                : !row.state().canBecome(next)
                        ? "wrong_state"
                        : next == GoodsState.ON_SALE && !priced ? "no_price" : null;
        return new Line(
                row.goodsId(),
                row.title(),
                "",
                Value.of(word(row.state())),
                Value.of(problem == null ? word(next) : word(row.state())),
                problem);
    }

    private static String word(GoodsState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static GoodsState state(BulkChange change) {
        return change.kind() == BulkChange.Kind.ON_SALE ? GoodsState.ON_SALE : GoodsState.WITHDRAWN;
    }

    private void list(Caller caller, BulkChange change, List<Row> now) {
        Map<UUID, Map<String, ListPrice>> prices = new LinkedHashMap<>();
        for (Row row : now) {
            ListPrice next = next(change, row);
            if (row.variantId() != null && next != null) {
                prices.put(row.variantId(), Map.of(change.currency(), next));
            }
        }
        editor.setPrices(caller, prices);
    }

    private void move(Caller caller, BulkChange change, List<Row> now, BulkPlan plan) {
        Map<UUID, Long> versions = new LinkedHashMap<>();
        now.forEach(row -> versions.putIfAbsent(row.goodsId(), row.version()));
        for (Line line : plan.lines()) {
            long version = Objects.requireNonNull(versions.get(line.goodsId()));
            if (line.isChanged() && change.kind() == BulkChange.Kind.CATEGORY) {
                GoodsDraft draft = editor.view(caller, line.goodsId());
                editor.update(caller, draft.id(), version, placed(draft.details(), change));
            } else if (line.isChanged()) {
                editor.move(caller, line.goodsId(), version, state(change));
            }
        }
    }

    private static GoodsDetails placed(GoodsDetails details, BulkChange change) {
        return new GoodsDetails(
                Objects.requireNonNull(change.categoryId()),
                details.taxClass(),
                details.vendor(),
                details.tags(),
                details.attributes(),
                details.defaultLanguage(),
                details.texts());
    }
}
