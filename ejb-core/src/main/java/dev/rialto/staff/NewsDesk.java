package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** News for those at work, counted with their own rights: a seller hears of its own (D28, D29). */
@Stateless
@Boundary
public class NewsDesk {
    private static final int MOST = 1000;

    private Database database;
    private Clock clock;

    @Inject
    public NewsDesk(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected NewsDesk() {}

    /** A row as it is read. */
    record Row(int everything, int waiting) {}

    /**
     * The news of one kind, in one statement.
     *
     * @throws DomainException {@link dev.rialto.seller.SellerError#NOT_PERMITTED}
     */
    public News of(Caller caller, NewsKind kind) {
        Permissions.require(caller, kind.permission());
        Row row = database.sql()
                .createQuery("select (select count(*)::int from (" + kind.all() + " limit :most) a) as everything,"
                        + " (select count(*)::int from (" + kind.waiting()
                        + " limit :most) w) as waiting, :now::timestamptz as at")
                .bind("most", MOST)
                .bind("now", clock.instant())
                .mapTo(Row.class)
                .one();
        return new News(kind, row.everything(), row.waiting());
    }
}
