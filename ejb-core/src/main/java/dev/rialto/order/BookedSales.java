package dev.rialto.order;

import dev.rialto.kernel.Money;
import dev.rialto.ledger.LedgerPurpose;
import dev.rialto.ledger.Sale;
import dev.rialto.ledger.SubOrderSale;
import dev.rialto.platform.Database;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the books need to know of an order that was paid later than it was made. */
@ApplicationScoped
class BookedSales {
    private final Database database;

    @Inject
    BookedSales(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BookedSales() {
        this(null);
    }

    private record Rate(UUID id, int commissionBp) {}

    Sale of(OrderView order, SiteView site) {
        Map<UUID, Integer> rates = database
                .sql()
                .createQuery("select id, commission_bp from seller where id = any(:tenants)")
                .bind(
                        "tenants",
                        order.parts().stream().map(SubOrderView::tenantId).toArray(UUID[]::new))
                .mapTo(Rate.class)
                .stream()
                .collect(Collectors.toMap(Rate::id, Rate::commissionBp));
        return new Sale(
                order.id(),
                LedgerPurpose.BANK,
                order.parts().stream()
                        .map(part -> sold(order, part, site, rates.getOrDefault(part.tenantId(), 0)))
                        .toList());
    }

    private static SubOrderSale sold(OrderView order, SubOrderView part, SiteView site, int commissionBp) {
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
                commissionBp,
                site.handlingBp());
    }
}
