package dev.rialto.order;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists of orders, by keyset. */
@ApplicationScoped
class OrderLists {
    private static final int MOST = 200;

    private final Database database;

    @Inject
    OrderLists(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OrderLists() {
        this(null);
    }

    private record Mine(
            UUID id,
            String number,
            String state,
            Instant placedAt,
            long total,
            String currency,
            String firstTitle,
            int lines) {
        OrderHeadline headline() {
            return new OrderHeadline(
                    id, number, OrderState.ofStored(state), placedAt, new Money(total, currency), firstTitle, lines);
        }
    }

    List<OrderHeadline> ofAccount(UUID account, @Nullable UUID site) {
        return database.sql().createQuery("""
                        select p.id, p.number, p.state, p.placed_at, p.total, p.currency, first.title as first_title,
                               (select count(*) from order_line l join sub_order s on s.id = l.sub_order_id
                                where s.order_id = p.id) as lines
                        from purchase p
                        cross join lateral (
                            select l.title from order_line l join sub_order s on s.id = l.sub_order_id
                            where s.order_id = p.id order by l.number limit 1) first
                        where p.account_id = :account and (:site::uuid is null or p.site_id = :site)
                        order by p.placed_at desc, p.id limit 200
                        """).bind("account", account).bind("site", site).mapTo(Mine.class).stream()
                .map(Mine::headline)
                .toList();
    }

    private record Part(
            UUID id,
            UUID orderId,
            String number,
            UUID tenantId,
            String sellerName,
            String state,
            String paymentMethod,
            UUID siteId,
            Instant placedAt,
            long total,
            String currency,
            @Nullable String buyerName,
            String firstTitle,
            int lines,
            long version) {
        OrderSummary summary() {
            return new OrderSummary(
                    id,
                    orderId,
                    number,
                    tenantId,
                    sellerName,
                    SubOrderState.ofStored(state),
                    PaymentMethod.valueOf(paymentMethod.toUpperCase(Locale.ROOT)),
                    siteId,
                    placedAt,
                    new Money(total, currency),
                    buyerName,
                    firstTitle,
                    lines,
                    version);
        }
    }

    Page<OrderSummary> parts(OrderFilter filter) {
        if (filter.limit() < 1 || filter.limit() > MOST) {
            throw OrderError.FILTER_INVALID.because("limit", "out_of_range");
        }
        Keyset after = Keyset.read(filter.cursor(), OrderError.FILTER_INVALID);
        return Page.of(
                query(filter, after),
                filter.limit(),
                Function.identity(),
                last -> Keyset.after(last.placedAt(), last.id()));
    }

    private List<OrderSummary> query(OrderFilter filter, Keyset after) {
        return database
                .sql()
                .createQuery("""
                        select s.id, s.order_id, s.number, s.tenant_id, s.seller_name, s.state, p.payment_method, p.site_id,
                               s.placed_at, s.total, s.currency, c.name as buyer_name, first.title as first_title,
                               (select count(*) from order_line l where l.sub_order_id = s.id) as lines, s.version
                        from sub_order s
                        join purchase p on p.id = s.order_id
                        left join purchase_contact c on c.order_id = s.order_id
                        cross join lateral (
                            select title from order_line where sub_order_id = s.id order by number limit 1) first
                        where (:state::text is null or s.state = :state)
                          and (:way::text is null or p.payment_method = :way)
                          and (:site::uuid is null or p.site_id = :site)
                          and (:tenant::uuid is null or s.tenant_id = :tenant)
                          and (:text::text is null or starts_with(s.number, upper(:text))
                               or strpos(lower(c.name), lower(:text)) > 0
                               or strpos(lower(c.email), lower(:text)) > 0)
                          and (:from::timestamptz is null or s.placed_at >= :from)
                          and (:until::timestamptz is null or s.placed_at < :until)
                          and (:at::timestamptz is null or (s.placed_at, s.id) < (:at, :id::uuid))
                        order by s.placed_at desc, s.id desc limit :limit
                        """)
                .bind("state", filter.state() == null ? null : filter.state().stored())
                .bind(
                        "way",
                        filter.method() == null ? null : filter.method().name().toLowerCase(Locale.ROOT))
                .bind("site", filter.siteId())
                .bind("tenant", filter.tenantId())
                .bind(
                        "text",
                        filter.text() == null || filter.text().isBlank()
                                ? null
                                : filter.text().strip())
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", filter.limit() + 1)
                .mapTo(Part.class)
                .stream()
                .map(Part::summary)
                .toList();
    }

    private static final TypeReference<List<PickingPart.Line>> PICKED = new TypeReference<>() {};

    private record Picked(
            UUID id,
            UUID orderId,
            String number,
            String sellerName,
            String state,
            @Nullable String name,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String note,
            String deliveryName,
            long version,
            String lines) {
        PickingPart part() {
            return new PickingPart(
                    id,
                    orderId,
                    number,
                    sellerName,
                    SubOrderState.ofStored(state),
                    name,
                    address,
                    phone,
                    note,
                    deliveryName,
                    version,
                    Json.read(lines, PICKED));
        }
    }

    List<PickingPart> picking(List<UUID> parts) {
        return database.sql().createQuery("""
                        select s.id, s.order_id, s.number, s.seller_name, s.state, c.name,
                               concat_ws(', ', c.street, c.extra, concat_ws(' ', c.postcode, c.city, c.region), c.country)
                                   as address, c.phone, c.note, s.delivery_name, s.version,
                               (select coalesce(json_agg(json_build_object('title', l.title, 'variantTitle', l.variant_title,
                                    'sku', l.sku, 'left', l.quantity - l.shipped) order by l.number), '[]')
                                from order_line l where l.sub_order_id = s.id and l.shipped < l.quantity) as lines
                        from sub_order s left join purchase_contact c on c.order_id = s.order_id
                        where s.id = any(:parts) order by s.placed_at, s.id
                        """).bind("parts", parts.toArray(UUID[]::new)).mapTo(Picked.class).stream()
                .map(Picked::part)
                .toList();
    }
}
