package dev.rialto.returns;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.ExchangeSale;
import dev.rialto.ledger.SubOrderSale;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What replacements cost more or less, and what was paid for it; with the worker's rights. */
@ApplicationScoped
class ExchangeRows {
    private final Database database;
    private final Clock clock;

    @Inject
    ExchangeRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ExchangeRows() {
        this(null, null);
    }

    /** What the accepted pieces' replacements cost more or less; empty when nothing was accepted. */
    Optional<PriceDifference> difference(UUID returnId) {
        List<PriceDifference.Line> lines = database.sql()
                .createQuery("""
                        select l.id as line_id, l.number, l.goods_id, -r.difference * r.accepted as more,
                               (l.amount - case when o.tax_included then l.tax else 0 end) * r.accepted / l.quantity
                                   as before,
                               l.tax_bp, o.tax_included, c.currency
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

    private record Rates(UUID tenantId, UUID siteId, int handlingBp, String terms) {}

    /** The payment of a difference as the books want it: shared by the rules and rates of today. */
    ExchangeSale sale(ReturnView about, UUID payment) {
        PriceDifference difference =
                difference(about.id()).orElseThrow(() -> new IllegalStateException("nothing was accepted"));
        Rates rates = rates(about);
        return new ExchangeSale(
                about.orderId(),
                payment,
                new SubOrderSale(
                        about.partId(),
                        rates.tenantId(),
                        rates.siteId(),
                        difference.net(),
                        Money.zero(difference.amount().currency()),
                        difference.tax(),
                        Money.zero(difference.amount().currency()),
                        0,
                        rates.handlingBp(),
                        difference.fees(Json.read(rates.terms(), new TypeReference<>() {}))));
    }

    private Rates rates(ReturnView about) {
        return database.sql()
                .createQuery("""
                        select s.tenant_id, o.site_id, i.handling_bp,
                               commission_terms_of(array(select goods_id from order_line where sub_order_id = s.id),
                                                   o.site_id, o.currency, :now)::text as terms
                        from sub_order s join purchase o on o.id = s.order_id join site i on i.id = o.site_id
                        where s.id = :part
                        """)
                .bind("part", about.partId())
                .bind("now", clock.instant())
                .mapTo(Rates.class)
                .one();
    }
}
