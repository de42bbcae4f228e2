package dev.rialto.goods;

import dev.rialto.goods.GoodsWriter.Checked;
import dev.rialto.goods.VariantWriter.OtherPrices;
import dev.rialto.goods.VariantWriter.Wanted;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where sellers and the mall's staff keep goods: details, variants, prices, pictures, and whether they are on sale. A
 * change shows in the mall and on every storefront at once.
 */
@Stateless
@Boundary
public class GoodsEditor {
    private GoodsWriter goods;
    private VariantWriter variants;
    private GoodsUpserts upserts;
    private GoodsRecords records;
    private GoodsLists lists;
    private Audit audit;

    @Inject
    public GoodsEditor(
            GoodsWriter goods,
            VariantWriter variants,
            GoodsUpserts upserts,
            GoodsRecords records,
            GoodsLists lists,
            Audit audit) {
        this.goods = goods;
        this.variants = variants;
        this.upserts = upserts;
        this.records = records;
        this.lists = lists;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GoodsEditor() {}

    /**
     * New goods (A2, D64, D65, D67).
     *
     * @throws DomainException {@link GoodsError#NOT_ALLOWED}, {@link GoodsError#INVALID_GOODS} naming every wrong field,
     *     {@link GoodsError#SKU_TAKEN}
     */
    public UUID create(Caller caller, NewGoods wish) {
        Permissions.requireGoods(caller);
        UUID id = upserts.create(caller, wish);
        audit.record(caller, Audit.Deed.of("goods.create", "goods", id));
        return id;
    }

    /**
     * Writes goods under the handles of another system, any number in the same few statements. Wrong ones are refused
     * one by one and the others written; doing it again changes nothing.
     *
     * @throws DomainException {@link GoodsError#NOT_ALLOWED}
     */
    public List<GoodsUpsert.Outcome> upsertAll(Caller caller, List<GoodsUpsert> wishes) {
        Permissions.requireGoods(caller);
        return upserts.write(caller, wishes);
    }

    /**
     * What {@link #upsertAll} would do, without doing it.
     *
     * @throws DomainException {@link GoodsError#NOT_ALLOWED}
     */
    public List<GoodsUpsert.Outcome> checkAll(Caller caller, List<GoodsUpsert> wishes) {
        Permissions.requireGoods(caller);
        return upserts.check(caller, wishes);
    }

    /**
     * Changes the details; languages that are not given lose their texts.
     *
     * @param version as read; another one means somebody changed the goods meanwhile
     * @throws DomainException {@link GoodsError#NOT_ALLOWED}, {@link GoodsError#INVALID_GOODS},
     *     {@link GoodsError#GOODS_NOT_FOUND}, {@link GoodsError#GOODS_CHANGED}
     */
    public void update(Caller caller, UUID id, long version, GoodsDetails details) {
        Permissions.requireGoods(caller);
        GoodsRecords.Head head = records.take(id, version);
        Violations violations = new Violations();
        new GoodsChecks(violations).details(details);
        upserts.checkPlace(details, violations);
        violations.check(
                !details.texts().containsKey(details.defaultLanguage())
                        || records.optionCount(id) == optionCount(details),
                "texts." + details.defaultLanguage() + ".optionNames",
                "differs_from_variants");
        violations.raise(GoodsError.INVALID_GOODS);
        goods.beginWriting();
        write(id, head, details);
        goods.showOnShelf(List.of(id));
        audit.record(caller, Audit.Deed.of("goods.update", "goods", id));
    }

    private void write(UUID id, GoodsRecords.Head head, GoodsDetails details) {
        Checked checked = new Checked(id, head.tenantId(), head.slug(), head.handle(), head.state(), details);
        goods.putGoods(List.of(checked));
        goods.putTexts(List.of(checked));
        goods.dropOtherTexts(id, details.texts().keySet());
    }

    /**
     * Changes details and variants in one step, as a form that holds both sends them; the default language's option
     * names are those of the variants' values. Otherwise as {@link #update} and {@link #setVariants}.
     *
     * @throws DomainException as these
     */
    public void save(Caller caller, UUID id, long version, GoodsDetails details, List<VariantSpec> specs) {
        Permissions.requireGoods(caller);
        GoodsRecords.Head head = records.take(id, version);
        GoodsDetails.Text own = details.texts().get(details.defaultLanguage());
        Violations violations = new Violations();
        GoodsChecks checks = new GoodsChecks(violations);
        checks.details(details);
        upserts.checkPlace(details, violations);
        checks.variants(specs, own == null ? List.of() : own.optionNames());
        records.checkOwned(id, specs, violations);
        violations.raise(GoodsError.INVALID_GOODS);
        upserts.requireFreeSkus(head, specs);
        String before = records.prices(id);
        goods.beginWriting();
        write(id, head, details);
        variants.put(
                List.of(new Wanted(
                        id, head.tenantId(), specs, GoodsUpsert.Pieces.FIRST_ONLY, GoodsUpsert.Others.REMOVED)),
                OtherPrices.DROPPED);
        goods.showOnShelf(List.of(id));
        record(caller, "goods.save", id, before);
    }

    private static int optionCount(GoodsDetails details) {
        GoodsDetails.Text own = details.texts().get(details.defaultLanguage());
        return own == null ? 0 : own.optionNames().size();
    }

    /**
     * Makes these the variants of the goods, with all their prices. Variants that are missing are no longer sold.
     *
     * @param optionNames by language; the default language's names are required when there are options
     * @throws DomainException as {@link #update}, and {@link GoodsError#SKU_TAKEN}
     */
    public void setVariants(
            Caller caller, UUID id, long version, Map<String, List<String>> optionNames, List<VariantSpec> specs) {
        Permissions.requireGoods(caller);
        GoodsRecords.Head head = records.take(id, version);
        List<String> own = optionNames.getOrDefault(head.defaultLanguage(), List.of());
        Violations violations = new Violations();
        new GoodsChecks(violations).variants(specs, own);
        records.checkOwned(id, specs, violations);
        violations.raise(GoodsError.INVALID_GOODS);
        upserts.requireFreeSkus(head, specs);
        String before = records.prices(id);
        goods.beginWriting();
        records.nameOptions(id, optionNames);
        variants.put(
                List.of(new Wanted(
                        id, head.tenantId(), specs, GoodsUpsert.Pieces.FIRST_ONLY, GoodsUpsert.Others.REMOVED)),
                OtherPrices.DROPPED);
        records.touch(id);
        goods.showOnShelf(List.of(id));
        record(caller, "goods.variants", id, before);
    }

    /** Prices are told when they changed. */
    private void record(Caller caller, String action, UUID id, String before) {
        String after = records.prices(id);
        Audit.Deed deed = Audit.Deed.of(action, "goods", id);
        audit.record(caller, before.equals(after) ? deed : deed.changing(before, after));
    }

    /**
     * Lists prices, by variant and currency; others stay. What was listed before is kept for the prior lowest price.
     *
     * @throws DomainException {@link GoodsError#NOT_ALLOWED}, {@link GoodsError#INVALID_GOODS},
     *     {@link GoodsError#VARIANT_NOT_FOUND}
     */
    public void setPrices(Caller caller, Map<UUID, Map<String, VariantSpec.ListPrice>> prices) {
        Permissions.requireGoods(caller);
        Violations violations = new Violations();
        GoodsChecks checks = new GoodsChecks(violations);
        prices.forEach((variant, listed) -> checks.prices(listed, "prices." + variant + "."));
        violations.raise(GoodsError.INVALID_GOODS);
        Map<UUID, UUID> tenants = records.tenantsOf(prices.keySet());
        variants.putPrices(prices.entrySet().stream()
                .flatMap(variant -> variant.getValue().entrySet().stream()
                        .map(price -> VariantWriter.priceRow(
                                variant.getKey(),
                                tenants.getOrDefault(variant.getKey(), variant.getKey()),
                                price.getKey(),
                                price.getValue())))
                .toList());
    }

    /**
     * Puts goods on sale, takes them off, or deletes them.
     *
     * @throws DomainException {@link GoodsError#NOT_ALLOWED}, {@link GoodsError#GOODS_NOT_FOUND},
     *     {@link GoodsError#GOODS_CHANGED}, {@link GoodsError#WRONG_STATE}; {@link GoodsError#GOODS_BARRED}
     *     while the mall keeps them off sale; {@link GoodsError#INVALID_GOODS} when goods
     *     without a price are to go on sale
     */
    public void move(Caller caller, UUID id, long version, GoodsState next) {
        Permissions.requireGoods(caller);
        GoodsRecords.Head head = records.take(id, version);
        if (!head.state().canBecome(next)) {
            throw GoodsError.WRONG_STATE.because("state", head.state().stored());
        }
        if (next == GoodsState.ON_SALE && records.isBarred(id)) {
            throw GoodsError.GOODS_BARRED.now();
        }
        if (next == GoodsState.ON_SALE && !records.hasPrice(id)) {
            throw GoodsError.INVALID_GOODS.because("variants", "no_price");
        }
        records.move(id, next);
        audit.record(
                caller,
                Audit.Deed.of("goods." + next.stored(), "goods", id).changing(quoted(head.state()), quoted(next)));
    }

    private static String quoted(GoodsState state) {
        return '"' + state.stored() + '"';
    }

    /**
     * Adds a kept picture as the last one (D66).
     *
     * @return its id
     * @throws DomainException {@link GoodsError#NOT_ALLOWED}, {@link GoodsError#GOODS_NOT_FOUND}
     */
    public UUID addPicture(Caller caller, UUID id, PictureSpec picture) {
        Permissions.requireGoods(caller);
        return records.addPicture(id, picture);
    }

    /** Orders the pictures as given and drops those not given. */
    public void arrangePictures(Caller caller, UUID id, List<UUID> pictures) {
        Permissions.requireGoods(caller);
        records.arrangePictures(id, pictures);
    }

    /** Goods for the back office, newest first. */
    public Page<GoodsRow> list(Caller caller, GoodsFilter filter) {
        return lists.list(filter);
    }

    /**
     * Goods with all that can be edited.
     *
     * @throws DomainException {@link GoodsError#GOODS_NOT_FOUND}
     */
    public GoodsDraft view(Caller caller, UUID id) {
        return lists.view(id);
    }
}
