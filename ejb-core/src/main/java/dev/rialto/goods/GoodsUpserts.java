package dev.rialto.goods;

import dev.rialto.goods.GoodsUpsert.Outcome;
import dev.rialto.goods.GoodsUpsert.Result;
import dev.rialto.goods.GoodsWriter.Checked;
import dev.rialto.goods.SurroundingsReader.Surroundings;
import dev.rialto.goods.VariantWriter.OtherPrices;
import dev.rialto.goods.VariantWriter.Wanted;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks goods, tells new from known, and has the good ones written together. */
@ApplicationScoped
class GoodsUpserts {
    private static final int LONGEST_HANDLE = 200;

    private final GoodsWriter goods;
    private final VariantWriter variants;
    private final SurroundingsReader surroundings;

    @Inject
    GoodsUpserts(GoodsWriter goods, VariantWriter variants, SurroundingsReader surroundings) {
        this.goods = goods;
        this.variants = variants;
        this.surroundings = surroundings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GoodsUpserts() {
        this(null, null, null);
    }

    /** A wish with what is known of it. */
    private record Plan(
            GoodsUpsert wish, UUID tenantId, @Nullable Checked checked, Result result, List<FieldError> errors) {
        Outcome outcome() {
            return new Outcome(wish.handle(), checked == null ? null : checked.id(), result, errors);
        }

        boolean changes() {
            return result == Result.CREATED || result == Result.UPDATED;
        }

        Wanted wanted(Checked of) {
            return new Wanted(of.id(), tenantId, wish.variants(), wish.pieces(), wish.others());
        }
    }

    UUID create(Caller caller, NewGoods wish) {
        UUID id = Ids.next();
        GoodsUpsert upsert = new GoodsUpsert(
                wish.tenantId(),
                id.toString(),
                wish.details(),
                wish.variants(),
                null,
                wish.state(),
                GoodsUpsert.Pieces.FIRST_ONLY);
        Plan plan = plans(caller, List.of(upsert)).get(0);
        Checked checked = plan.checked();
        if (checked == null) {
            boolean isSku =
                    plan.errors().stream().allMatch(error -> error.code().equals("taken"));
            throw (isSku ? GoodsError.SKU_TAKEN : GoodsError.INVALID_GOODS).because(plan.errors());
        }
        Checked own =
                new Checked(checked.id(), checked.tenantId(), checked.slug(), null, checked.state(), checked.details());
        store(List.of(own), List.of(plan.wanted(own)), Map.of());
        return own.id();
    }

    List<Outcome> check(Caller caller, List<GoodsUpsert> wishes) {
        return plans(caller, wishes).stream().map(Plan::outcome).toList();
    }

    List<Outcome> write(Caller caller, List<GoodsUpsert> wishes) {
        List<Plan> plans = plans(caller, wishes);
        List<Checked> all = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        Map<Checked, List<PictureSpec>> pictures = new LinkedHashMap<>();
        for (Plan plan : plans) {
            Checked checked = plan.checked();
            if (checked != null && plan.changes()) {
                all.add(checked);
                wanted.add(plan.wanted(checked));
                if (plan.wish().pictures() != null) {
                    pictures.put(checked, plan.wish().pictures());
                }
            }
        }
        if (!all.isEmpty()) {
            store(all, wanted, pictures);
        }
        return plans.stream().map(Plan::outcome).toList();
    }

    private void store(List<Checked> all, List<Wanted> wanted, Map<Checked, List<PictureSpec>> pictures) {
        goods.beginWriting();
        goods.putGoods(all);
        goods.putTexts(all);
        variants.put(wanted, OtherPrices.KEPT);
        goods.putPictures(pictures);
        goods.showOnShelf(all.stream().map(Checked::id).toList());
    }

    private List<Plan> plans(Caller caller, List<GoodsUpsert> wishes) {
        List<UUID> tenants = wishes.stream().map(wish -> tenantOf(caller, wish)).toList();
        Surroundings around = surroundings.of(wishes, tenants);
        Set<List<Object>> seen = new HashSet<>();
        Set<String> slugs = new HashSet<>(around.takenSlugs());
        Map<List<Object>, UUID> skus = new HashMap<>(around.skuOwners());
        Map<UUID, KnownGoods> goodsById = surroundings.known(
                around.heads().values().stream().map(GoodsRecords.Head::id).toList());
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            UUID tenant = tenants.get(i);
            GoodsRecords.Head head =
                    around.heads().get(List.of(tenant, wishes.get(i).handle()));
            UUID id = head == null ? Ids.next() : head.id();
            KnownGoods known = goodsById.get(id);
            GoodsUpsert wish = known == null ? wishes.get(i) : known.under(wishes.get(i));
            Violations violations = check(wish, known, around);
            violations.check(seen.add(List.of(tenant, wish.handle())), "handle", "twice");
            claimSkus(wish, tenant, id, skus, violations);
            String slug = head == null ? freeSlug(wish, id, slugs) : head.slug();
            plans.add(plan(
                    wish,
                    known,
                    new Checked(id, tenant, slug, wish.handle(), wish.state(), wish.details()),
                    violations.errors()));
        }
        return plans;
    }

    private static UUID tenantOf(Caller caller, GoodsUpsert wish) {
        if (caller.role() == Caller.Role.TENANT) {
            return caller.requireTenant();
        }
        if (wish.tenantId() == null) {
            throw GoodsError.INVALID_GOODS.because("tenantId", "required");
        }
        return wish.tenantId();
    }

    private static Plan plan(GoodsUpsert wish, @Nullable KnownGoods known, Checked checked, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            return new Plan(wish, checked.tenantId(), null, Result.REFUSED, errors);
        }
        Result result = known == null ? Result.CREATED : known.isAlready(wish) ? Result.UNCHANGED : Result.UPDATED;
        return new Plan(wish, checked.tenantId(), checked, result, List.of());
    }

    static String wantedSlug(GoodsUpsert wish, UUID id) {
        GoodsDetails details = wish.details();
        String english =
                details.texts().containsKey("en") ? details.texts().get("en").title() : "";
        GoodsDetails.Text own = details.texts().get(details.defaultLanguage());
        String handle = isId(wish.handle()) ? "" : wish.handle();
        return Slugs.from(id, handle, english, own == null ? "" : own.title());
    }

    private static boolean isId(String handle) {
        return handle.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static String freeSlug(GoodsUpsert wish, UUID id, Set<String> slugs) {
        String slug = wantedSlug(wish, id);
        if (!slugs.add(slug)) {
            slug = Slugs.distinct(slug, id);
            slugs.add(slug);
        }
        return slug;
    }

    private static Violations check(GoodsUpsert wish, @Nullable KnownGoods known, Surroundings around) {
        Violations violations = new Violations();
        violations.text("handle", wish.handle(), LONGEST_HANDLE);
        GoodsChecks checks = new GoodsChecks(violations);
        GoodsDetails details = wish.details();
        checks.details(details);
        GoodsDetails.Text own = details.texts().get(details.defaultLanguage());
        checks.variants(wish.variants(), own == null ? List.of() : own.optionNames());
        violations.check(around.minors().contains(details.categoryId()), "categoryId", "not_second_level");
        violations.check(around.taxClasses().contains(details.taxClass()), "taxClass", "unknown");
        violations.check(wish.state() != GoodsState.DELETED, "state", "invalid");
        violations.check(
                wish.state() != GoodsState.ON_SALE
                        || wish.variants().stream()
                                .anyMatch(variant -> !variant.prices().isEmpty())
                        || (known != null && known.hasPrice(wish)),
                "variants",
                "no_price");
        return violations;
    }

    private static void claimSkus(
            GoodsUpsert wish, UUID tenant, UUID id, Map<List<Object>, UUID> owners, Violations violations) {
        for (int i = 0; i < wish.variants().size(); i++) {
            String sku = wish.variants().get(i).sku();
            if (sku != null) {
                UUID owner = owners.putIfAbsent(List.of(tenant, sku), id);
                violations.check(owner == null || owner.equals(id), "variants." + i + ".sku", "taken");
            }
        }
    }

    /** The category must be of the second level and the tax class one of the mall's. */
    void checkPlace(GoodsDetails details, Violations violations) {
        violations.check(
                surroundings.minors(List.of(details.categoryId())).contains(details.categoryId()),
                "categoryId",
                "not_second_level");
        violations.check(surroundings.taxClasses().contains(details.taxClass()), "taxClass", "unknown");
    }

    void requireFreeSkus(GoodsRecords.Head head, List<VariantSpec> specs) {
        Map<List<Object>, UUID> owners = surroundings.skuOwners(
                List.of(head.tenantId()),
                specs.stream()
                        .map(VariantSpec::sku)
                        .filter(java.util.Objects::nonNull)
                        .toList());
        Violations violations = new Violations();
        for (int i = 0; i < specs.size(); i++) {
            String sku = specs.get(i).sku();
            UUID owner = sku == null ? null : owners.get(List.of(head.tenantId(), sku));
            violations.check(owner == null || owner.equals(head.id()), "variants." + i + ".sku", "taken");
        }
        violations.raise(GoodsError.SKU_TAKEN);
    }
}
