package dev.rialto.goods;

import dev.rialto.kernel.Ids;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes variants with prices and first stock, one statement a table however many goods there are. */
@ApplicationScoped
class VariantWriter {
    private final Database database;
    private final Clock clock;

    @Inject
    VariantWriter(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected VariantWriter() {
        this(null, null);
    }

    /** The variants goods are to have. */
    record Wanted(
            UUID goodsId,
            UUID tenantId,
            List<VariantSpec> variants,
            GoodsUpsert.Pieces pieces,
            GoodsUpsert.Others others) {}

    /** A variant there is. */
    record Known(UUID id, UUID goodsId, List<String> optionValues, boolean isActive) {}

    /** Whether currencies that are not given keep their price. */
    enum OtherPrices {
        KEPT,
        DROPPED
    }

    /** Makes these the variants of their goods: known ones stay the same, others are removed from sale. */
    void put(List<Wanted> wanted, OtherPrices others) {
        Map<UUID, Map<List<String>, Known>> known =
                known(wanted.stream().map(Wanted::goodsId).toList());
        List<Map<String, Object>> variants = new ArrayList<>();
        List<Map<String, Object>> prices = new ArrayList<>();
        List<Map<String, Object>> stock = new ArrayList<>();
        for (Wanted goods : wanted) {
            for (int i = 0; i < goods.variants().size(); i++) {
                VariantSpec variant = goods.variants().get(i);
                UUID id = idOf(variant, known.getOrDefault(goods.goodsId(), Map.of()));
                variants.add(variantRow(id, goods, variant, i));
                variant.prices().forEach((currency, price) -> prices.add(priceRow(id, goods, currency, price)));
                stock.add(stockRow(id, goods, variant));
            }
        }
        removeOthers(wanted);
        putVariants(variants);
        if (others == OtherPrices.DROPPED) {
            dropOtherPrices(variants, prices);
        }
        putPrices(prices);
        putStock(wanted, stock);
    }

    private Map<UUID, Map<List<String>, Known>> known(Collection<UUID> goods) {
        Map<UUID, Map<List<String>, Known>> byGoods = new HashMap<>();
        database.sql()
                .createQuery("""
                        select id, goods_id, option_values, state = 'active' as is_active from variant
                        where goods_id = any(:goods) order by state desc, version
                        """)
                .bindArray("goods", UUID.class, goods)
                .mapTo(Known.class)
                .forEach(one -> byGoods.computeIfAbsent(one.goodsId(), id -> new HashMap<>())
                        // active ones come last and win over removed ones with the same values
                        .merge(one.optionValues(), one, (former, later) -> former.isActive() ? former : later));
        return byGoods;
    }

    private static UUID idOf(VariantSpec variant, Map<List<String>, Known> known) {
        if (variant.id() != null) {
            return variant.id();
        }
        Known same = known.get(variant.optionValues());
        return same == null ? Ids.next() : same.id();
    }

    /** Those that are named come back at once; where others are kept, only those leave whose SKU another has now. */
    private void removeOthers(List<Wanted> wanted) {
        database.sql()
                .createUpdate("""
                        update variant set state = 'removed'
                        where goods_id = any(:goods) and state = 'active'
                          and (goods_id <> all(:keeping) or sku = any(:skus))
                        """)
                .bindArray(
                        "goods",
                        UUID.class,
                        wanted.stream().map(Wanted::goodsId).toList())
                .bindArray(
                        "keeping",
                        UUID.class,
                        wanted.stream()
                                .filter(goods -> goods.others() == GoodsUpsert.Others.KEPT)
                                .map(Wanted::goodsId)
                                .toList())
                .bindArray(
                        "skus",
                        String.class,
                        wanted.stream()
                                .flatMap(goods -> goods.variants().stream())
                                .map(VariantSpec::sku)
                                .filter(java.util.Objects::nonNull)
                                .toList())
                .execute();
    }

    private void putVariants(List<Map<String, Object>> rows) {
        database.sql().createUpdate("""
                        insert into variant (id, goods_id, tenant_id, sku, position, option_values, option_texts,
                                             weight_grams, barcode)
                        select id, goods_id, tenant_id, sku, position, option_values, option_texts, weight_grams, barcode
                        from jsonb_populate_recordset(null::variant, :rows::jsonb)
                        on conflict (id) do update set sku = excluded.sku, position = excluded.position,
                            option_values = excluded.option_values, option_texts = excluded.option_texts,
                            weight_grams = excluded.weight_grams, barcode = excluded.barcode, state = 'active',
                            version = variant.version + 1
                        """).bind("rows", Json.write(rows)).execute();
    }

    private static Map<String, Object> variantRow(UUID id, Wanted goods, VariantSpec variant, int position) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("goods_id", goods.goodsId());
        row.put("tenant_id", goods.tenantId());
        row.put("sku", variant.sku());
        row.put("position", position);
        row.put(
                "option_values",
                variant.optionValues().stream().map(GoodsWriter::plain).toList());
        row.put("option_texts", variant.optionTexts());
        row.put("weight_grams", variant.weightGrams());
        row.put("barcode", variant.barcode());
        return row;
    }

    private void dropOtherPrices(List<Map<String, Object>> variants, List<Map<String, Object>> prices) {
        database.sql()
                .createUpdate("""
                        delete from price p using jsonb_populate_recordset(null::variant, :variants::jsonb) v
                        where p.variant_id = v.id and not exists (
                            select from jsonb_populate_recordset(null::price, :prices::jsonb) n
                            where n.variant_id = p.variant_id and n.currency = p.currency)
                        """)
                .bind("variants", Json.write(variants))
                .bind("prices", Json.write(prices))
                .execute();
    }

    /** Lists prices; a price that differs from the last one listed goes down in history. */
    void putPrices(List<Map<String, Object>> rows) {
        database.sql()
                .createUpdate("""
                        with listed as (
                            insert into price (variant_id, tenant_id, currency, amount, compare_at)
                            select variant_id, tenant_id, currency, amount, compare_at
                            from jsonb_populate_recordset(null::price, :rows::jsonb)
                            on conflict (variant_id, currency) do update
                                set amount = excluded.amount, compare_at = excluded.compare_at
                            where (price.amount, price.compare_at) is distinct from (excluded.amount, excluded.compare_at)
                            returning variant_id, tenant_id, currency, amount)
                        insert into price_history (id, variant_id, tenant_id, currency, amount, from_at)
                        select gen_random_uuid(), l.variant_id, l.tenant_id, l.currency, l.amount, :now
                        from listed l
                        left join lateral (
                            select amount from price_history h
                            where h.variant_id = l.variant_id and h.currency = l.currency
                            order by from_at desc limit 1) last on true
                        where l.amount is distinct from last.amount
                        """)
                .bind("rows", Json.write(rows))
                .bind("now", clock.instant())
                .execute();
    }

    private static Map<String, Object> priceRow(
            UUID variant, Wanted goods, String currency, VariantSpec.ListPrice price) {
        return priceRow(variant, goods.tenantId(), currency, price);
    }

    static Map<String, Object> priceRow(UUID variant, UUID tenant, String currency, VariantSpec.ListPrice price) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("variant_id", variant);
        row.put("tenant_id", tenant);
        row.put("currency", currency);
        row.put("amount", price.amount());
        row.put("compare_at", price.compareAt());
        return row;
    }

    private static Map<String, Object> stockRow(UUID variant, Wanted goods, VariantSpec spec) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("variant_id", variant);
        row.put("tenant_id", goods.tenantId());
        row.put("on_hand", spec.pieces() == null ? 0 : spec.pieces());
        row.put("counted", spec.pieces() != null && goods.pieces() == GoodsUpsert.Pieces.COUNTED);
        return row;
    }

    /** New variants begin with their pieces as a receipt; known ones are counted where that was asked for. */
    private void putStock(List<Wanted> wanted, List<Map<String, Object>> rows) {
        database.sql()
                .createUpdate("""
                        insert into stock_place (id, tenant_id, name, is_default)
                        select gen_random_uuid(), tenant_id, 'default', true from unnest(:tenants) t(tenant_id)
                        on conflict (tenant_id) where is_default do nothing
                        """)
                .bindArray(
                        "tenants",
                        UUID.class,
                        wanted.stream().map(Wanted::tenantId).distinct().toList())
                .execute();
        database.sql()
                .createUpdate("""
                        with wanted as (
                            select w.*, p.id as place_id
                            from jsonb_to_recordset(:rows::jsonb)
                                w(variant_id uuid, tenant_id uuid, on_hand bigint, counted boolean)
                            join stock_place p on p.tenant_id = w.tenant_id and p.is_default),
                        begun as (
                            insert into stock (variant_id, place_id, tenant_id, on_hand)
                            select variant_id, place_id, tenant_id, on_hand from wanted
                            on conflict do nothing
                            returning variant_id, place_id, tenant_id, on_hand),
                        locked as materialized (
                            select s.variant_id, s.place_id, s.tenant_id,
                                   greatest(w.on_hand, s.held) - s.on_hand as change
                            from stock s join wanted w on w.variant_id = s.variant_id and w.place_id = s.place_id
                            where w.counted order by s.variant_id for update of s),
                        moved as (
                            update stock s set on_hand = s.on_hand + l.change from locked l
                            where s.variant_id = l.variant_id and s.place_id = l.place_id and l.change <> 0)
                        insert into stock_movement (id, variant_id, place_id, tenant_id, kind, quantity, at)
                        select gen_random_uuid(), variant_id, place_id, tenant_id, 'receipt', on_hand, :now::timestamptz
                        from begun where on_hand > 0
                        union all
                        select gen_random_uuid(), variant_id, place_id, tenant_id, 'count', change, :now::timestamptz
                        from locked where change <> 0
                        """)
                .bind("rows", Json.write(rows))
                .bind("now", clock.instant())
                .execute();
    }
}
