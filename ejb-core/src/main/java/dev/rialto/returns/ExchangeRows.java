package dev.rialto.returns;

import dev.rialto.kernel.Money;
import dev.rialto.ledger.ExchangeSale;
import dev.rialto.ledger.SubOrderSale;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What replacements cost more or less, and what was paid for it; with the worker's rights. */
@ApplicationScoped
class ExchangeRows {
    private final Database database;

    @Inject
    ExchangeRows(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ExchangeRows() {
        this(null);
    }

    /** What the accepted pieces' replacements cost more or less; empty when nothing was accepted. */
    Optional<PriceDifference> difference(UUID returnId) {
        List<PriceDifference.Line> lines = database.sql()
                .createQuery("""
                        select l.id as line_id, -r.difference * r.accepted as more, l.tax_bp, o.tax_included, c.currency
                        from return_line r join return_case c on c.id = r.return_id
                        join order_line l on l.id = r.order_line_id join purchase o on o.id = c.order_id
                        where r.return_id = :id and r.accepted > 0 and r.replacement_variant_id is not null
                        order by l.number
                        """)
                .bind("id", returnId)
                .mapTo(PriceDifference.Line.class)
                .list();
        return lines.isEmpty() ? Optional.empty() : Optional.of(PriceDifference.of(lines));
    }

    /** Writes down what the buyer is to pay; false when the replacements cost no more. */
    boolean askForExtra(UUID returnId) {
        long extra = difference(returnId).map(each -> each.amount().minor()).orElse(0L);
        return extra > 0
                && database.sql().execute("update return_case set extra_amount = ? where id = ?", extra, returnId) == 1;
    }

    /** Writes down that the buyer paid it. */
    void paid(UUID returnId, UUID payment) {
        database.sql().execute("update return_case set extra_paid_by = ? where id = ?", payment, returnId);
    }

    private record Rates(UUID tenantId, UUID siteId, int commissionBp, int handlingBp) {}

    /** The payment of a difference as the books want it: shared by today's rates. */
    ExchangeSale sale(ReturnView about, UUID payment) {
        PriceDifference difference =
                difference(about.id()).orElseThrow(() -> new IllegalStateException("nothing was accepted"));
        Rates rates = database.sql()
                .createQuery("""
                        select s.tenant_id, o.site_id, c.commission_bp, i.handling_bp
                        from sub_order s join purchase o on o.id = s.order_id
                        join seller c on c.id = s.tenant_id join site i on i.id = o.site_id where s.id = :part
                        """)
                .bind("part", about.partId())
                .mapTo(Rates.class)
                .one();
        return new ExchangeSale(
                about.orderId(),
                payment,
                new SubOrderSale(
                        about.partId(),
                        rates.tenantId(),
                        rates.siteId(),
                        difference.amount().minus(difference.tax()),
                        Money.zero(difference.amount().currency()),
                        difference.tax(),
                        rates.commissionBp(),
                        rates.handlingBp()));
    }
}
