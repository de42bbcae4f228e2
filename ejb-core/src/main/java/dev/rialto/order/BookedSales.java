package dev.rialto.order;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.LedgerPurpose;
import dev.rialto.ledger.Sale;
import dev.rialto.ledger.SaleFee;
import dev.rialto.ledger.SubOrderSale;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the books need to know of an order that was paid later than it was made. */
@ApplicationScoped
class BookedSales {
    private final Database database;
    private final Clock clock;

    @Inject
    BookedSales(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BookedSales() {
        this(null, null);
    }

    private record Found(String terms, String numbers) {}

    Sale of(OrderView order, SiteView site) {
        Found found = read(order, site);
        LineFees fees = LineFees.read(found.terms());
        Map<UUID, Integer> numbers = Json.read(found.numbers(), new TypeReference<>() {});
        return new Sale(
                order.id(),
                LedgerPurpose.BANK,
                order.parts().stream()
                        .map(part ->
                                sold(order, part, site, fees.of(part, numbers, order.taxIncluded(), order.currency())))
                        .toList());
    }

    private static Money netCoupon(OrderView order, SubOrderView part) {
        long net = part.lines().stream()
                .mapToLong(line -> LineFees.borne(part, line, order.taxIncluded(), order.currency()))
                .sum();
        return new Money(net, order.currency());
    }

    private Found read(OrderView order, SiteView site) {
        return database.sql()
                .createQuery("""
                        select commission_terms_of(array_agg(goods_id), :site, :currency, :now)::text as terms,
                               jsonb_object_agg(id, number)::text as numbers
                        from order_line where sub_order_id = any(:parts)
                        """)
                .bind("parts", order.parts().stream().map(SubOrderView::id).toArray(UUID[]::new))
                .bind("site", site.id())
                .bind("currency", order.currency())
                .bind("now", clock.instant())
                .mapTo(Found.class)
                .one();
    }

    private static SubOrderSale sold(OrderView order, SubOrderView part, SiteView site, List<SaleFee> fees) {
        long goodsTax = part.lines().stream().mapToLong(SubOrderView.Line::tax).sum();
        long deliveryTax = part.taxTotal() - goodsTax;
        long goods = part.goodsTotal() - part.discountTotal();
        boolean inside = order.taxIncluded();
        return new SubOrderSale(
                part.id(),
                part.tenantId(),
                site.id(),
                new Money(inside ? goods - goodsTax : goods, order.currency()),
                new Money(inside ? part.deliveryTotal() - deliveryTax : part.deliveryTotal(), order.currency()),
                new Money(part.taxTotal(), order.currency()),
                netCoupon(order, part),
                0,
                site.handlingBp(),
                fees);
    }
}
