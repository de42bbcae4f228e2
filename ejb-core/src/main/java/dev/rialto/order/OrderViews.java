package dev.rialto.order;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a whole order with one statement; row-level security decides how much of it there is. */
@ApplicationScoped
class OrderViews {
    private static final TypeReference<List<SubOrderView>> PARTS = new TypeReference<>() {};
    private static final TypeReference<List<OrderView.OrderEvent>> EVENTS = new TypeReference<>() {};
    private static final String SELECT = """
            select p.id, p.number, p.site_id, p.state, p.payment_method, p.currency, p.language, p.tax_included, p.placed_at,
                   (select row_to_json(c) from (
                        select email, name, phone, country, region, city, street, extra, postcode, note
                        from purchase_contact where order_id = p.id) c) as buyer,
                   (select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'tenantId', s.tenant_id,
                        'sellerName', s.seller_name, 'sellerContact', (
                            select concat_ws(' · ', u.email, u.phone) from seller u where u.id = s.tenant_id), 'state', upper(s.state), 'deliveryName', s.delivery_name,
                        'goodsTotal', s.goods_total, 'discountTotal', s.discount_total,
                        'deliveryTotal', s.delivery_total, 'taxTotal', s.tax_total, 'total', s.total,
                        'version', s.version, 'couponCode', s.coupon_code, 'couponTotal', s.coupon_total,
                        'couponByMall', s.coupon_by_mall,
                        'lines', (select json_agg(json_build_object('id', l.id, 'variantId', l.variant_id,
                                'goodsId', l.goods_id, 'title', l.title, 'variantTitle', l.variant_title, 'sku', l.sku,
                                'pictureKey', l.picture_key, 'quantity', l.quantity, 'shipped', l.shipped,
                                'listPrice', l.list_price, 'discountBp', l.discount_bp, 'unitPrice', l.unit_price,
                                'taxBp', l.tax_bp, 'amount', l.amount, 'tax', l.tax, 'coupon', l.coupon) order by l.number)
                            from order_line l where l.sub_order_id = s.id),
                        'shipments', (select json_agg(json_build_object('id', h.id, 'carrier', h.carrier,
                                'trackingNumber', h.tracking_number, 'shippedAt', h.shipped_at) order by h.shipped_at, h.id)
                            from shipment h where h.sub_order_id = s.id))
                        order by s.number), '[]')
                    from sub_order s where s.order_id = p.id) as parts,
                   (select coalesce(json_agg(json_build_object('kind', e.kind, 'at', e.at, 'subOrderId', e.sub_order_id,
                        'accountId', e.account_id, 'reason', e.detail ->> 'reason') order by e.at, e.id), '[]')
                    from order_event e where e.order_id = p.id) as events
            from purchase p
            """;

    private final Database database;

    @Inject
    OrderViews(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OrderViews() {
        this(null);
    }

    private record Row(
            UUID id,
            String number,
            UUID siteId,
            String state,
            String paymentMethod,
            String currency,
            String language,
            boolean taxIncluded,
            Instant placedAt,
            @Nullable String buyer,
            String parts,
            String events) {

        OrderView view() {
            return new OrderView(
                    id,
                    number,
                    siteId,
                    OrderState.ofStored(state),
                    PaymentMethod.valueOf(paymentMethod.toUpperCase(Locale.ROOT)),
                    currency,
                    language,
                    taxIncluded,
                    placedAt,
                    buyer == null ? null : Json.read(buyer, Buyer.class),
                    Json.read(parts, PARTS),
                    Json.read(events, EVENTS),
                    null);
        }
    }

    Optional<OrderView> byNumber(String number) {
        return database.sql()
                .createQuery(SELECT + " where p.number = :number")
                .bind("number", number)
                .mapTo(Row.class)
                .findOne()
                .map(Row::view);
    }

    Optional<OrderView> byId(UUID id) {
        return database.sql()
                .createQuery(SELECT + " where p.id = :id")
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(Row::view);
    }
}
