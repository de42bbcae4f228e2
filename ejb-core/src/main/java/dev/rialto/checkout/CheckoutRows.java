package dev.rialto.checkout;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.order.PricedCoupon;
import dev.rialto.order.PricedGoods;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes the steps of a checkout before it is paid, under the shopper's own policy. */
@ApplicationScoped
class CheckoutRows {
    private final Database database;
    private final Clock clock;

    @Inject
    CheckoutRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CheckoutRows() {
        this(null, null);
    }

    /**
     * Keeps what was typed. Other details than those that were priced make the price open again.
     *
     * @return whether anything in the cart is sent, as {@link Basket#isSent} tells
     */
    boolean save(Caller caller, Visit visit, CheckoutDetails details) {
        return database.sql()
                .createQuery("""
                        insert into checkout as k (id, cart_id, site_id, token_hash, account_id, state, currency, language,
                                                   draft, created_at, updated_at)
                        select :id, c.id, c.site_id, c.token_hash, c.account_id, 'draft', :currency, :language,
                               :draft::jsonb, :now, :now
                        from cart c where c.site_id = :site and c.state = 'open' and %s
                        on conflict (cart_id) where state in ('draft', 'priced', 'paying') do update
                            set draft = excluded.draft, currency = excluded.currency, language = excluded.language,
                                state = case when k.draft = excluded.draft then k.state else 'draft' end,
                                fingerprint = case when k.draft = excluded.draft then k.fingerprint end,
                                updated_at = excluded.updated_at, version = k.version + 1
                        returning exists (
                            select from cart_line l where l.cart_id = k.cart_id
                              and not exists (select from card_goods g where g.variant_id = l.variant_id))
                        """.formatted(Baskets.ownedBy(caller)))
                .bind("id", Ids.next())
                .bind("site", visit.siteId())
                .bind("currency", visit.currency())
                .bind("language", visit.language())
                .bind("draft", Json.write(details))
                .bind("now", clock.instant())
                .mapTo(Boolean.class)
                .findOne()
                .orElseThrow(CheckoutError.CART_EMPTY::now);
    }

    /**
     * Freezes an offer: its lines, deliveries and totals, and holds a use of its coupon.
     *
     * @return empty; or why the coupon cannot be had any more, and then nothing is frozen
     */
    String freeze(Offer offer, long cartVersion, Visit visit) {
        PricedGoods goods = offer.goods();
        PricedCoupon coupon = goods.coupon();
        Frozen frozen = database.sql()
                .createQuery("""
                        with taken as materialized (
                            select case when :coupon::uuid is null then (select '' from free_coupon(:id))
                                        else hold_coupon(:id, :coupon, :couponTotal, :until) end as reason),
                        frozen as (
                            update checkout set currency = :currency, language = :language,
                                state = case when state = 'paying' and fingerprint = :fingerprint then state else 'priced' end,
                                tax_included = :taxIncluded, goods_total = :goodsTotal,
                                discount_total = :discountTotal, delivery_total = :deliveryTotal, tax_total = :taxTotal,
                                total = :total, fingerprint = :fingerprint, held_until = :until,
                                cart_version = :cartVersion, coupon_id = :coupon, coupon_code = :couponLabel,
                                coupon_by_mall = :couponByMall, coupon_total = :couponTotal, updated_at = :now, version = version + 1
                            where id = :id and state in ('draft', 'priced', 'paying')
                              and (select reason from taken) = '' returning id),
                        fewer as (delete from checkout_line where checkout_id = :id and number > :lineCount),
                        gone as (
                            delete from checkout_parcel where checkout_id = :id and tenant_id not in (
                                select p."tenantId" from jsonb_to_recordset(:deliveries::jsonb) as p ("tenantId" uuid))),
                        parcel as (
                            insert into checkout_parcel (checkout_id, tenant_id, delivery_method_id, delivery_name, amount,
                                                         tax_bp, tax)
                            select f.id, p."tenantId", p."methodId", p.name, p.amount, p."taxBp", p.tax
                            from frozen f, jsonb_to_recordset(:deliveries::jsonb) as p (
                                "tenantId" uuid, "methodId" uuid, name text, amount bigint, "taxBp" int, tax bigint)
                            on conflict (checkout_id, tenant_id) do update
                                set delivery_method_id = excluded.delivery_method_id,
                                    delivery_name = excluded.delivery_name, amount = excluded.amount,
                                    tax_bp = excluded.tax_bp, tax = excluded.tax),
                        line as (
                            insert into checkout_line (checkout_id, number, tenant_id, variant_id, goods_id, seller_name,
                                title, variant_title, sku, picture_key, quantity, list_price, discount_bp, unit_price,
                                tax_class, tax_bp, tax_included, amount, tax, weight_grams, coupon)
                            select f.id, l.number, l."tenantId", l."variantId", l."goodsId", l."sellerName", l.title,
                                l."variantTitle", l.sku, l."pictureKey", l.quantity, l."listPrice", l."discountBp",
                                l."unitPrice", l."taxClass", l."taxBp", :taxIncluded, l.amount, l.tax, l."weightGrams",
                                l.coupon
                            from frozen f, jsonb_to_recordset(:lines::jsonb) as l (
                                number int, "tenantId" uuid, "variantId" uuid, "goodsId" uuid, "sellerName" text,
                                title text, "variantTitle" text, sku text, "pictureKey" text, quantity int,
                                "listPrice" bigint, "discountBp" int, "unitPrice" bigint, "taxClass" text, "taxBp" int,
                                amount bigint, tax bigint, "weightGrams" int, coupon bigint)
                            on conflict (checkout_id, number) do update
                                set tenant_id = excluded.tenant_id, variant_id = excluded.variant_id,
                                    goods_id = excluded.goods_id, seller_name = excluded.seller_name,
                                    title = excluded.title, variant_title = excluded.variant_title, sku = excluded.sku,
                                    picture_key = excluded.picture_key, quantity = excluded.quantity,
                                    list_price = excluded.list_price, discount_bp = excluded.discount_bp,
                                    unit_price = excluded.unit_price, tax_class = excluded.tax_class,
                                    tax_bp = excluded.tax_bp, tax_included = excluded.tax_included,
                                    amount = excluded.amount, tax = excluded.tax, weight_grams = excluded.weight_grams,
                                    coupon = excluded.coupon)
                        select (select count(*) from frozen) as frozen, (select reason from taken) as reason
                        """)
                .bind("id", offer.checkoutId())
                .bind("currency", goods.currency())
                .bind("language", visit.language())
                .bind("taxIncluded", goods.taxIncluded())
                .bind("goodsTotal", goods.goodsTotal().minor())
                .bind("discountTotal", goods.discountTotal().minor())
                .bind("deliveryTotal", goods.deliveryTotal().minor())
                .bind("taxTotal", goods.taxTotal().minor())
                .bind("total", goods.total().minor())
                .bind("fingerprint", offer.fingerprint())
                .bind("coupon", coupon == null ? null : coupon.id())
                .bind("couponLabel", coupon == null ? null : coupon.label())
                .bind("couponByMall", coupon != null && coupon.byMall())
                .bind("couponTotal", goods.couponTotal().minor())
                .bind("until", offer.heldUntil())
                .bind("cartVersion", cartVersion)
                .bind("lineCount", goods.lines().size())
                .bind("lines", Json.write(goods.lines()))
                .bind("deliveries", Json.write(goods.deliveries()))
                .bind("now", clock.instant())
                .mapTo(Frozen.class)
                .one();
        if (!frozen.reason().isEmpty()) {
            return frozen.reason();
        }
        if (frozen.frozen() == 0) {
            throw CheckoutError.CHECKOUT_NOT_FOUND.now();
        }
        return "";
    }

    private record Frozen(int frozen, String reason) {}

    /** An offer that is being paid. */
    record Paying(UUID id, long total, String currency, String language) {}

    /** Turns the offer of that fingerprint to paying; empty when it is not good any more. */
    Optional<Paying> begin(PayCheckout command) {
        return database.sql()
                .createQuery("""
                        update checkout k
                        set state = 'paying', payment_method = :method, updated_at = :now,
                            version = k.version + 1
                        from cart c
                        where k.fingerprint = :fingerprint and k.site_id = :site and k.state in ('priced', 'paying')
                          and k.held_until > :now and c.id = k.cart_id and c.version = k.cart_version
                        returning k.id, k.total, k.currency, k.language
                        """)
                .bind("method", command.method().stored())
                .bind("fingerprint", command.fingerprint())
                .bind("site", command.visit().siteId())
                .bind("now", clock.instant())
                .mapTo(Paying.class)
                .findOne();
    }

    /** The checkout of that fingerprint when it has become an order already. */
    Optional<UUID> ordered(String fingerprint) {
        return database.sql()
                .createQuery("select id from checkout where fingerprint = :fingerprint and state = 'ordered'")
                .bind("fingerprint", fingerprint)
                .mapTo(UUID.class)
                .findOne();
    }

    /** Whether an offer was frozen and is good until then at least. */
    static boolean isGood(Basket.SavedCheckout saved, String fingerprint, Instant until) {
        return fingerprint.equals(saved.fingerprint())
                && saved.heldUntil() != null
                && saved.heldUntil().isAfter(until);
    }
}
