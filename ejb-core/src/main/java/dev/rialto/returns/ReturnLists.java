package dev.rialto.returns;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        List<ReturnRow> found = query(filter, Cursor.read(filter.cursor()), limit + 1);
        List<ReturnRow> page = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                page.stream().map(ReturnRow::view).toList(),
                found.size() > limit ? Cursor.after(page.get(page.size() - 1)) : null);
    }

    private List<ReturnRow> query(ReturnFilter filter, Cursor after, int limit) {
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

    /** Where a page ended. */
    private record Cursor(@Nullable Instant at, @Nullable UUID id) {
        static String after(ReturnRow last) {
            return last.requestedAt() + "_" + last.id();
        }

        static Cursor read(@Nullable String text) {
            if (text == null) {
                return new Cursor(null, null);
            }
            try {
                String[] parts = text.split("_", 2);
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (RuntimeException e) {
                DomainException refused = new DomainException(ReturnError.RETURN_INVALID, "cursor", "malformed");
                refused.addSuppressed(e);
                throw refused;
            }
        }
    }
}
