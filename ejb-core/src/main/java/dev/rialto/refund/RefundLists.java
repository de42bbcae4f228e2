package dev.rialto.refund;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        List<OwedRow> found = query(filter, Cursor.read(filter.cursor()), limit + 1);
        List<OwedRow> page = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                page.stream().map(OwedRow::view).toList(),
                found.size() > limit ? Cursor.after(page.get(page.size() - 1)) : null);
    }

    private List<OwedRow> query(RefundFilter filter, Cursor after, int limit) {
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

    /** Where a page ended. */
    private record Cursor(@Nullable Instant at, @Nullable UUID id) {
        static String after(OwedRow last) {
            return last.createdAt() + "_" + last.id();
        }

        static Cursor read(@Nullable String text) {
            if (text == null) {
                return new Cursor(null, null);
            }
            try {
                String[] parts = text.split("_", 2);
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (RuntimeException e) {
                DomainException refused = new DomainException(RefundError.REFUND_INVALID, "cursor", "malformed");
                refused.addSuppressed(e);
                throw refused;
            }
        }
    }
}
