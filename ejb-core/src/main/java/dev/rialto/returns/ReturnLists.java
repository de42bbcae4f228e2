package dev.rialto.returns;

import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads returns with one statement each; row-level security decides which there are. */
@ApplicationScoped
class ReturnLists {
    private static final int MOST = 200;

    private final Database database;

    @Inject
    ReturnLists(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ReturnLists() {
        this(null);
    }

    Optional<ReturnView> byId(UUID id) {
        return database.sql()
                .createQuery(ReturnRow.SELECT + " where c.id = :id")
                .bind("id", id)
                .mapTo(ReturnRow.class)
                .findOne()
                .map(ReturnRow::view);
    }

    /** A return of an order by its own number. */
    Optional<ReturnView> byNumber(UUID order, String number) {
        return database.sql()
                .createQuery(ReturnRow.SELECT + " where c.order_id = :order and c.number = :number")
                .bind("order", order)
                .bind("number", number)
                .mapTo(ReturnRow.class)
                .findOne()
                .map(ReturnRow::view);
    }

    List<ReturnView> ofOrder(UUID order) {
        return database
                .sql()
                .createQuery(ReturnRow.SELECT + " where c.order_id = :order order by c.requested_at, c.id limit 200")
                .bind("order", order)
                .mapTo(ReturnRow.class)
                .stream()
                .map(ReturnRow::view)
                .toList();
    }

    Page<ReturnView> list(ReturnFilter filter) {
        int limit = Math.max(1, Math.min(filter.limit(), MOST));
        Keyset after = Keyset.read(filter.cursor(), ReturnError.RETURN_INVALID);
        return Page.of(
                query(filter, after, limit + 1),
                limit,
                ReturnRow::view,
                row -> Keyset.after(row.requestedAt(), row.id()));
    }

    private List<ReturnRow> query(ReturnFilter filter, Keyset after, int limit) {
        return database.sql()
                .createQuery(ReturnRow.SELECT + """
                        where (:state::text is null or c.state = :state)
                          and (:wish::text is null or c.wish = :wish)
                          and (:text::text is null or starts_with(c.number, upper(:text))
                               or strpos(lower(b.name), lower(:text)) > 0)
                          and (:at::timestamptz is null or (c.requested_at, c.id) < (:at, :id::uuid))
                        order by c.requested_at desc, c.id desc limit :limit
                        """)
                .bind("state", filter.state() == null ? null : filter.state().stored())
                .bind("wish", filter.wish() == null ? null : filter.wish().stored())
                .bind("text", filter.text() == null ? null : filter.text().strip())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", limit)
                .mapTo(ReturnRow.class)
                .list();
    }
}
