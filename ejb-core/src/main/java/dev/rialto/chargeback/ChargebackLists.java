package dev.rialto.chargeback;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Lists of chargebacks, as the caller may see them. */
@Stateless
@Boundary
public class ChargebackLists {
    private Database database;

    @Inject
    public ChargebackLists(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ChargebackLists() {}

    /** Open ones first by their date, then the newest. */
    public List<ChargebackView> list(Caller caller, int limit) {
        return database.sql()
                .createQuery(ChargebackBook.SELECT + """
                        order by c.state <> 'open', case when c.state = 'open' then c.due_at end, c.opened_at desc, c.id
                        limit :limit
                        """)
                .bind("limit", limit)
                .mapTo(ChargebackView.class)
                .list();
    }

    /** Those of an order, oldest first. */
    public List<ChargebackView> ofOrder(Caller caller, UUID order) {
        return database.sql()
                .createQuery(ChargebackBook.SELECT + " where c.order_id = :order order by c.opened_at, c.id limit 100")
                .bind("order", order)
                .mapTo(ChargebackView.class)
                .list();
    }
}
