package dev.rialto.document;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what an invoice says beside the order itself: who sold, and what has gone back; for workers. */
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
}
