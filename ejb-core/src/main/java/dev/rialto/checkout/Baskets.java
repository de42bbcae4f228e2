package dev.rialto.checkout;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.coupon.CouponOffer;
import dev.rialto.fulfilment.Deliveries;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.tax.TaxRates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a cart and all that belongs to it with one statement. */
@ApplicationScoped
class Baskets {
    private static final TypeReference<List<Basket.Line>> LINES = new TypeReference<>() {};
    private static final TypeReference<Map<String, TaxRates.Rate>> RATES = new TypeReference<>() {};
    private static final TypeReference<Map<UUID, Basket.Card>> CARDS = new TypeReference<>() {};
    private static final String OF_MEMBER = "c.account_id = (select current_account())";
    private static final String OF_GUEST = "c.token_hash = (select current_token()) and c.account_id is null";

    private final Database database;
    private final Clock clock;

    @Inject
    Baskets(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Baskets() {
        this(null, null);
    }

    /** Whose cart a caller means: the account's, or the browser's while nobody is signed in. */
    static String ownedBy(Caller caller) {
        if (caller.account() == null && caller.token() == null) {
            throw CheckoutError.CART_OWNER_MISSING.now();
        }
        return caller.account() == null ? OF_GUEST : OF_MEMBER;
    }

    private record Row(
            @Nullable UUID cartId,
            long version,
            String lines,
            String methods,
            @Nullable UUID checkoutId,
            @Nullable String checkoutState,
            @Nullable String draft,
            @Nullable String fingerprint,
            @Nullable Instant heldUntil,
            String rates,
            @Nullable String couponCode,
            String coupons,
            String cards) {

        Basket basket() {
            return new Basket(
                    cartId,
                    version,
                    Json.read(lines, LINES),
                    Deliveries.read(methods),
                    checkout(),
                    new TaxRates(Json.read(rates, RATES)),
                    couponCode,
                    CouponOffer.read(coupons),
                    Json.read(cards, CARDS));
        }

        private Basket.@Nullable SavedCheckout checkout() {
            if (checkoutId == null || checkoutState == null || draft == null) {
                return null;
            }
            return new Basket.SavedCheckout(
                    checkoutId, checkoutState, Json.read(draft, CheckoutDetails.class), fingerprint, heldUntil);
        }
    }

    /**
     * The open cart of the caller on a site; an empty basket when there is none.
     *
     * @param today business date of the site, for the tax
     */
    Basket of(Caller caller, UUID site, LocalDate today) {
        if (caller.account() == null && caller.token() == null) {
            return new Basket(null, 0, List.of(), List.of(), null, new TaxRates(Map.of()), null, List.of(), Map.of());
        }
        return database.sql()
                .createQuery("""
                        with basket as (
                            select c.id, c.version, c.coupon_code from cart c where c.site_id = :site and c.state = 'open' and %s),
                        open as (
                            select k.* from checkout k join basket b on k.cart_id = b.id
                            where k.state in ('draft', 'priced', 'paying')),
                        line as (
                            select l.id, l.variant_id, l.quantity, l.seen_price, l.seen_currency, v.tenant_id,
                                   coalesce((select sum(f.quantity) from checkout_line f join open o on o.id = f.checkout_id
                                             where f.variant_id = l.variant_id and o.held_until > :now), 0) as held,
                                   l.added_at
                            from cart_line l join basket b on b.id = l.cart_id
                            left join variant v on v.id = l.variant_id)
                        select b.id as cart_id, coalesce(b.version, 0) as version,
                               (select coalesce(json_agg(json_build_object('id', id, 'variantId', variant_id,
                                    'quantity', quantity, 'seenPrice', seen_price, 'seenCurrency', seen_currency,
                                    'held', held) order by added_at, id), '[]') from line) as lines,
                               delivery_methods_of(array(select distinct tenant_id from line)) as methods,
                               o.id as checkout_id, o.state as checkout_state, o.draft, o.fingerprint, o.held_until,
                               tax_rates_of(o.draft ->> 'country', nullif(btrim(o.draft ->> 'region'), ''), :today) as rates,
                               b.coupon_code,
                               case when b.id is null then '[]' else coupons_for(:site, b.coupon_code,
                                    array(select distinct variant_id from line), o.id)::text end as coupons,
                               (select coalesce(json_object_agg(g.variant_id, json_build_object('form', p.account_form,
                                    'example', p.account_example)), '{}')
                                from card_goods g join card_product p on p.id = g.product_id
                                where g.variant_id in (select variant_id from line)) as cards
                        from (select) nothing left join basket b on true left join open o on true
                        """.formatted(ownedBy(caller)))
                .bind("site", site)
                .bind("today", today)
                .bind("now", clock.instant())
                .mapTo(Row.class)
                .one()
                .basket();
    }

    private record Around(String methods, String rates) {}

    /** A basket of goods that are only asked about: nothing of it is stored. */
    Basket asked(Checkout.PriceQuestion asked, LocalDate today) {
        List<UUID> variants = asked.lines().stream()
                .map(Checkout.PriceQuestion.Line::variantId)
                .toList();
        Around around = database.sql()
                .createQuery("""
                        select delivery_methods_of(array(select distinct tenant_id from variant where id = any (:variants)))
                                   as methods,
                               tax_rates_of(:country, nullif(btrim(:region), ''), :today) as rates
                        """)
                .bindArray("variants", UUID.class, variants)
                .bind("country", asked.place().country())
                .bind("region", asked.place().region())
                .bind("today", today)
                .mapTo(Around.class)
                .one();
        return new Basket(
                null,
                0,
                asked.lines().stream()
                        .map(line ->
                                new Basket.Line(line.variantId(), line.variantId(), line.quantity(), null, null, 0))
                        .toList(),
                Deliveries.read(around.methods()),
                new Basket.SavedCheckout(new UUID(0, 0), "draft", asked.place(), null, null),
                new TaxRates(Json.read(around.rates(), RATES)),
                null,
                List.of(),
                Map.of());
    }
}
