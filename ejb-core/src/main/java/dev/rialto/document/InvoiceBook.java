package dev.rialto.document;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what an invoice says beside the order itself: who sold, what has gone back, and what was paid
 * for dearer replacements; for workers. */
@Stateless
@Boundary
public class InvoiceBook {
    private Database database;

    @Inject
    public InvoiceBook(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected InvoiceBook() {}

    /**
     * The seller as it stands on papers.
     *
     * @param refunded of the part, in minor units
     */
    public record Seller(
            String name,
            @Nullable String legalName,
            @Nullable String registrationNumber,
            String email,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String country,
            long refunded) {}

    /** The seller of a part, with what of it has gone back. */
    public Seller seller(Caller caller, UUID part) {
        return database.sql()
                .createQuery("""
                        select l.name, l.legal_name, l.registration_number, l.email, l.phone, l.address, l.country,
                               coalesce((select sum(r.amount) from refund r
                                         where r.sub_order_id = s.id and r.state = 'done'), 0)::bigint as refunded
                        from sub_order s join seller l on l.id = s.tenant_id where s.id = :part
                        """)
                .bind("part", part)
                .mapTo(Seller.class)
                .one();
    }

    /**
     * What the buyer paid more for a dearer replacement.
     *
     * @param number of the return it came from
     * @param goods the replacements
     * @param total tax with it, in minor units
     * @param taxBp rate of the tax in basis points; null when replacements of several rates are in it
     */
    public record Extra(
            String number,
            String goods,
            long total,
            long tax,
            @Nullable Integer taxBp) {}

    /** What was paid more for replacements of a part, in the order it was paid. */
    public List<Extra> extras(Caller caller, UUID part) {
        return database.sql()
                .createQuery("""
                        select c.number, lines.goods, booked.total, booked.tax, lines.tax_bp
                        from ledger_transfer t join payment p on p.id = t.payment_id
                        join return_case c on c.id = p.return_id
                        cross join lateral (
                            select string_agg(r.replacement_title, ', ' order by l.number) as goods,
                                   case when min(l.tax_bp) = max(l.tax_bp) then min(l.tax_bp) end as tax_bp
                            from return_line r join order_line l on l.id = r.order_line_id
                            where r.return_id = c.id and r.accepted > 0 and r.replacement_variant_id is not null) lines
                        cross join lateral (
                            select sum(e.amount) filter (where e.amount > 0)::bigint as total,
                                   coalesce(-sum(e.amount) filter (where a.purpose = 'tax'), 0)::bigint as tax
                            from ledger_entry e join ledger_account a on a.id = e.account_id
                            where e.transfer_id = t.id) booked
                        where t.kind = 'exchange' and t.sub_order_id = :part order by t.at, t.id
                        """)
                .bind("part", part)
                .mapTo(Extra.class)
                .list();
    }
}
