package dev.rialto.checkout;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.order.PricedCoupon;
import dev.rialto.order.PricedDelivery;
import dev.rialto.order.PricedGoods;
import dev.rialto.order.PricedLine;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Turns a checkout that is paid into an ordered one, empties its cart of what was bought and reads what was frozen, all
 * in one statement. Of many at once exactly one finds it; the row's lock makes the others wait and then find nothing.
 */
@ApplicationScoped
class Closings {
    private static final TypeReference<List<PricedLine>> LINES = new TypeReference<>() {};
    private static final TypeReference<List<PricedDelivery>> DELIVERIES = new TypeReference<>() {};
    /** Whose payment it is, when that matters. */
    private static final String OWN = "(:ownOnly = false or k.token_hash = :tokenHash or k.account_id = :account)";

    private final Database database;
    private final Clock clock;

    @Inject
    Closings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Closings() {
        this(null, null);
    }

    /** Where a payment on a page of the gateway stands, with its checkout and order. */
    record Standing(
            String paymentState,
            @Nullable String gatewayResult,
            boolean payable,
            @Nullable UUID orderId,
            @Nullable UUID paidBy) {}

    /** Closes the checkout whose exact price that approved payment pays. */
    Optional<Closed> byPayment(Caller caller, SettlePayment command) {
        return own(close("""
                        from payment p
                        where p.id = :payment and p.state = 'approved' and p.wish is distinct from 'void'
                          and k.id = p.checkout_id and k.state = 'paying'
                          and p.amount = k.total and p.currency = k.currency and\s""" + OWN, "p.method"), caller, command)
                .mapTo(Row.class)
                .findOne()
                .map(Row::closed);
    }

    /** Closes a checkout that is to be paid by deposit. */
    Optional<Closed> byDeposit(UUID checkout) {
        return close("where k.id = :checkout and k.state = 'paying'", "'deposit'")
                .bind("checkout", checkout)
                .mapTo(Row.class)
                .findOne()
                .map(Row::closed);
    }

    /** Where the payment stands; empty for somebody else's as for none. */
    Optional<Standing> standing(Caller caller, SettlePayment command) {
        return own(database.sql().createQuery("""
                        select p.state as payment_state, p.gateway_result,
                               k.state = 'paying' and p.amount = k.total and p.currency = k.currency
                                   and p.wish is distinct from 'void' as payable,
                               o.id as order_id, o.payment_id as paid_by
                        from payment p join checkout k on k.id = p.checkout_id
                        left join purchase o on o.checkout_id = k.id
                        where p.id = :payment and p.method <> 'deposit' and\s""" + OWN), caller, command)
                .mapTo(Standing.class)
                .findOne();
    }

    /** The checkout that a payment is to pay. */
    Optional<UUID> checkoutOf(UUID payment) {
        return database.sql()
                .select("select checkout_id from payment where id = ? and checkout_id is not null", payment)
                .mapTo(UUID.class)
                .findOne();
    }

    private static <T extends SqlStatement<T>> T own(T statement, Caller caller, SettlePayment command) {
        return statement
                .bind("payment", command.paymentId())
                .bind("ownOnly", command.ownOnly())
                .bind("tokenHash", caller.token() == null ? null : Tokens.hash(caller.token()))
                .bind("account", caller.account());
    }

    private Query close(String which, String way) {
        return database.sql().createQuery("""
                        with closed as (
                            update checkout k set state = 'ordered', updated_at = :now, version = k.version + 1
                            %s
                            returning k.*, %s as paid_by),
                        emptied as (
                            delete from cart_line l using closed k, checkout_line f
                            where f.checkout_id = k.id and l.cart_id = k.cart_id and l.variant_id = f.variant_id
                              and l.quantity <= f.quantity),
                        lessened as (
                            update cart_line l set quantity = l.quantity - f.quantity
                            from closed k, checkout_line f
                            where f.checkout_id = k.id and l.cart_id = k.cart_id and l.variant_id = f.variant_id
                              and l.quantity > f.quantity),
                        touched as (
                            update cart c set version = c.version + 1, updated_at = :now, coupon_code = null
                            from closed k where c.id = k.cart_id)
                        select k.id, k.site_id, k.token_hash, k.account_id, k.language, k.currency, k.tax_included, k.draft,
                               k.coupon_id, k.coupon_code, k.coupon_by_mall, k.paid_by,
                               (select json_agg(json_build_object('number', number, 'tenantId', tenant_id,
                                    'variantId', variant_id, 'goodsId', goods_id, 'sellerName', seller_name,
                                    'title', title, 'variantTitle', variant_title, 'sku', sku,
                                    'pictureKey', picture_key, 'quantity', quantity, 'listPrice', list_price,
                                    'discountBp', discount_bp, 'unitPrice', unit_price, 'taxClass', tax_class,
                                    'taxBp', tax_bp, 'amount', amount, 'tax', tax, 'weightGrams', weight_grams,
                                    'coupon', coupon)
                                    order by number) from checkout_line where checkout_id = k.id) as lines,
                               (select json_agg(json_build_object('tenantId', tenant_id, 'methodId', delivery_method_id,
                                    'name', delivery_name, 'amount', amount, 'taxBp', tax_bp, 'tax', tax))
                                from checkout_parcel where checkout_id = k.id) as deliveries
                        from closed k
                        """.formatted(which, way)).bind("now", clock.instant());
    }

    private record Row(
            UUID id,
            UUID siteId,
            @Nullable String tokenHash,
            @Nullable UUID accountId,
            String language,
            String currency,
            boolean taxIncluded,
            String draft,
            @Nullable UUID couponId,
            @Nullable String couponCode,
            boolean couponByMall,
            String paidBy,
            String lines,
            String deliveries) {

        Closed closed() {
            return new Closed(
                    id,
                    siteId,
                    tokenHash,
                    accountId,
                    language,
                    Json.read(draft, CheckoutDetails.class),
                    PaymentMethod.ofStored(paidBy),
                    new PricedGoods(
                            currency,
                            taxIncluded,
                            Json.read(lines, LINES),
                            Json.read(deliveries, DELIVERIES),
                            couponId == null
                                    ? null
                                    : new PricedCoupon(couponId, String.valueOf(couponCode), couponByMall)));
        }
    }
}
