package dev.rialto.refund;

import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads owed refunds, newest first, by keyset. */
@ApplicationScoped
class RefundLists {
    private static final int MOST = 200;

    private final Database database;

    @Inject
    RefundLists(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RefundLists() {
        this(null);
    }

    Page<OwedRefund> list(RefundFilter filter) {
        int limit = Math.max(1, Math.min(filter.limit(), MOST));
        Keyset after = Keyset.read(filter.cursor(), RefundError.REFUND_INVALID);
        return Page.of(
                query(filter, after, limit + 1), limit, OwedRow::view, row -> Keyset.after(row.createdAt(), row.id()));
    }

    private List<OwedRow> query(RefundFilter filter, Keyset after, int limit) {
        return database.sql()
                .createQuery(OwedRow.SELECT + """
                        where (:state::text is null or r.state = :state)
                          and (:order::uuid is null or r.order_id = :order)
                          and (:text::text is null or starts_with(s.number, upper(:text)))
                          and (:at::timestamptz is null or (r.created_at, r.id) < (:at, :id::uuid))
                        order by r.created_at desc, r.id desc limit :limit
                        """)
                .bind("state", filter.state() == null ? null : filter.state().stored())
                .bind("order", filter.orderId())
                .bind("text", filter.text() == null ? null : filter.text().strip())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", limit)
                .mapTo(OwedRow.class)
                .list();
    }
}
