package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultBearing;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Queries on the hottest paths. Where the container has begun no transaction, one query is a whole read-only transaction
 * of its own, sent in a single round trip: begin, for whom it acts, the query, commit. Where one runs, the query is part
 * of it.
 *
 * <p>A boundary method that only reads, by one query or by queries that need not agree with each other, is marked {@code
 * SUPPORTS} and reads by this; three of its four round trips are saved.
 */
@ApplicationScoped
public class Reads {
    private static final String BEGIN = """
            begin read only;
            select set_config('rialto.tenant', :acting_tenant, true), set_config('rialto.account', :acting_account, true),
                   set_config('rialto.token', :acting_token, true), set_config('rialto.now', :acting_now, true),
                   set_config('role', :acting_role, true);
            """;
    private static final String COMMIT = ";\ncommit";
    /** Results before that of the query: those of beginning and of saying for whom. */
    private static final int BEFORE = 2;

    private final Database database;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transactions;
    private final Jdbi alone;

    @Inject
    public Reads(
            Database database, Clock clock, TransactionSynchronizationRegistry transactions, DataSource connections) {
        this.database = database;
        this.clock = clock;
        this.transactions = transactions;
        this.alone = Database.jdbi(connections::getConnection);
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Reads() {
        this.database = null;
        this.clock = null;
        this.transactions = null;
        this.alone = null;
    }

    /**
     * The rows of a query.
     *
     * @param sql one query, without a semicolon at its end
     * @param type of a row: a record, or what one column holds
     * @param values binds the values of the query's names
     */
    public <T> List<T> rows(Caller caller, String sql, Class<T> type, Consumer<Query> values) {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            Query query = database.sql().createQuery(sql);
            values.accept(query);
            return query.mapTo(type).list();
        }
        Identity identity = Identity.of(caller);
        try (Handle handle = alone.open();
                Query query = handle.createQuery(BEGIN + sql + COMMIT)) {
            values.accept(query);
            query.bind("acting_tenant", identity.tenant())
                    .bind("acting_account", identity.account())
                    .bind("acting_token", identity.token())
                    .bind("acting_now", clock.instant().toString())
                    .bind("acting_role", identity.role());
            return rows(handle, query, type);
        }
    }

    private static <T> List<T> rows(Handle handle, Query query, Class<T> type) {
        try {
            return query.execute(Reads::ofTheQuery).mapTo(type).list();
        } catch (RuntimeException e) {
            // the rest of the text was not reached, the commit neither
            handle.execute("rollback");
            throw e;
        }
    }

    private static ResultBearing ofTheQuery(Supplier<PreparedStatement> executed, StatementContext context)
            throws SQLException {
        PreparedStatement statement = executed.get();
        for (int i = 0; i < BEFORE; i++) {
            statement.getMoreResults();
        }
        ResultSet rows = statement.getResultSet();
        return ResultBearing.of(() -> rows, context);
    }
}
