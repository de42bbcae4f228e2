package dev.rialto.order;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a new order with one statement, whatever its size. */
@ApplicationScoped
class OrderRows {
    private final Database database;
    private final Clock clock;

    @Inject
    OrderRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OrderRows() {
        this(null, null);
    }

    /** A seller's part as it is written. */
    record NewPart(
            UUID id,
            int number,
            UUID tenantId,
            String sellerName,
            String deliveryName,
            long goodsTotal,
            long discountTotal,
            long deliveryTotal,
            long taxTotal,
            long total,
            @Nullable String couponCode,
            long couponTotal,
            boolean couponByMall) {
        static NewPart of(int number, PricedPart part) {
            return new NewPart(
                    Ids.next(),
                    number,
                    part.tenantId(),
                    part.sellerName(),
                    part.delivery().name(),
                    part.goodsTotal().minor(),
                    part.discountTotal().minor(),
                    part.deliveryTotal().minor(),
                    part.taxTotal().minor(),
                    part.total().minor(),
                    label(part),
                    part.couponTotal().minor(),
                    part.coupon() != null && part.coupon().byMall());
        }
    }

    private static @Nullable String label(PricedPart part) {
        return part.coupon() == null || part.couponTotal().isZero()
                ? null
                : part.coupon().label();
    }

    private record NewLine(UUID id, UUID partId, PricedLine goods) {}

    /** What the database adds: the number, what the mall keeps by goods, and how each seller is reached. */
    record Written(String number, String commissions, String contacts) {
        /** How each seller is reached. */
        Map<String, String> sellerContacts() {
            return Json.read(contacts, new TypeReference<>() {});
        }

        LineFees fees() {
            return LineFees.read(commissions);
        }
    }

    Written write(PlaceOrder order, List<NewPart> parts, String accessHash, String pseudonym) {
        PricedGoods goods = order.goods();
        return database.sql()
                .createQuery("""
                        with named as materialized (select 'R' || nextval('purchase_number') as number),
                        made as (
                            insert into purchase (id, number, site_id, checkout_id, payment_id, account_id, pseudonym,
                                access_hash, token_hash, state, payment_method, currency, language, tax_included,
                                goods_total, discount_total, delivery_total, tax_total, total, placed_at, coupon_code, coupon_total)
                            select :orderId, number, :siteId, :checkoutId, :paymentId, :accountId, :pseudonym,
                                :accessHash, :tokenHash, :state, :way, :currency, :language, :taxIncluded,
                                :goodsTotal, :discountTotal, :deliveryTotal, :taxTotal, :total, :now,
                                :couponLabel, :couponTotal
                            from named),
                        contact as (
                            insert into purchase_contact (order_id, email, name, phone, country, region, city, street,
                                extra, postcode, note)
                            select :orderId, b.* from jsonb_to_record(:buyer::jsonb) as b (email text, name text,
                                phone text, country text, region text, city text, street text, extra text, postcode text,
                                note text)),
                        part as (
                            insert into sub_order (id, order_id, number, tenant_id, seller_name, state, delivery_name,
                                currency, goods_total, discount_total, delivery_total, tax_total, total, placed_at, coupon_code,
                                coupon_total, coupon_by_mall)
                            select p.id, :orderId, n.number || '-' || p.number, p."tenantId", p."sellerName", :partState,
                                p."deliveryName", :currency, p."goodsTotal", p."discountTotal", p."deliveryTotal",
                                p."taxTotal", p.total, :now, p."couponCode", p."couponTotal", p."couponByMall"
                            from named n, jsonb_to_recordset(:parts::jsonb) as p (id uuid, number int, "tenantId" uuid,
                                "sellerName" text, "deliveryName" text, "goodsTotal" bigint, "discountTotal" bigint,
                                "deliveryTotal" bigint, "taxTotal" bigint, total bigint, "couponCode" text, "couponTotal" bigint,
                                "couponByMall" boolean)),
                        line as (
                            insert into order_line (id, sub_order_id, tenant_id, number, variant_id, goods_id, title,
                                variant_title, sku, picture_key, quantity, list_price, discount_bp, unit_price, tax_bp,
                                amount, tax, coupon)
                            select l.id, l."partId", g."tenantId", g.number, g."variantId", g."goodsId", g.title,
                                g."variantTitle", g.sku, g."pictureKey", g.quantity, g."listPrice", g."discountBp",
                                g."unitPrice", g."taxBp", g.amount, g.tax, g.coupon
                            from jsonb_to_recordset(:lines::jsonb) as l (id uuid, "partId" uuid, goods jsonb),
                                jsonb_to_record(l.goods) as g ("tenantId" uuid, number int, "variantId" uuid,
                                    "goodsId" uuid, title text, "variantTitle" text, sku text, "pictureKey" text,
                                    quantity int, "listPrice" bigint, "discountBp" int, "unitPrice" bigint, "taxBp" int,
                                    amount bigint, tax bigint, coupon bigint)),
                        event as (
                            insert into order_event (id, order_id, kind, account_id, at)
                            select * from unnest(:eventIds::uuid[], array_fill(:orderId::uuid, array[:events]),
                                :eventKinds::text[], array_fill(:accountId::uuid, array[:events]),
                                array_fill(:now::timestamptz, array[:events])))
                        select number, commission_terms_of(:goodsIds, :siteId, :currency, :now)::text as commissions, (
                            select coalesce(json_object_agg(id, concat_ws(' · ', email, phone)), '{}')
                            from seller where id = any(:tenants)) as contacts
                        from named
                        """)
                .bindMethods(order)
                .bind("state", (order.isPaid() ? OrderState.PAID : OrderState.AWAITING_DEPOSIT).stored())
                .bind("partState", order.isPaid() ? "to_ship" : "awaiting_deposit")
                .bind("way", order.method().stored())
                .bind("accessHash", accessHash)
                .bind("pseudonym", pseudonym)
                .bind("currency", goods.currency())
                .bind("taxIncluded", goods.taxIncluded())
                .bind("goodsTotal", goods.goodsTotal().minor())
                .bind("discountTotal", goods.discountTotal().minor())
                .bind("deliveryTotal", goods.deliveryTotal().minor())
                .bind("taxTotal", goods.taxTotal().minor())
                .bind("total", goods.total().minor())
                .bind(
                        "couponLabel",
                        goods.coupon() == null ? null : goods.coupon().label())
                .bind("couponTotal", goods.couponTotal().minor())
                .bind("buyer", Json.write(order.buyer()))
                .bind("parts", Json.write(parts))
                .bind("lines", Json.write(lines(goods, parts)))
                .bind("tenants", parts.stream().map(NewPart::tenantId).toArray(UUID[]::new))
                .bind(
                        "goodsIds",
                        goods.lines().stream()
                                .map(PricedLine::goodsId)
                                .distinct()
                                .toArray(UUID[]::new))
                .bind("eventIds", new UUID[] {Ids.next(), Ids.next()})
                .bind("eventKinds", new String[] {"placed", order.isPaid() ? "paid" : "deposit_awaited"})
                .bind("events", 2)
                .bind("now", clock.instant())
                .mapTo(Written.class)
                .one();
    }

    private static List<NewLine> lines(PricedGoods goods, List<NewPart> parts) {
        List<NewLine> lines = new ArrayList<>();
        for (PricedLine line : goods.lines()) {
            NewPart part = parts.stream()
                    .filter(each -> each.tenantId().equals(line.tenantId()))
                    .findFirst()
                    .orElseThrow();
            lines.add(new NewLine(Ids.next(), part.id(), line));
        }
        return lines;
    }
}
