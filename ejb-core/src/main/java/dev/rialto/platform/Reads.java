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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Mappers;
import org.jdbi.v3.core.mapper.RowMapper;
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

    /** Is a query part of a transaction that the container has begun? */
    boolean isInTransaction() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    /**
     * The rows of a query.
     *
     * @param sql one query, without a semicolon at its end
     * @param type of a row: a record, or what one column holds
     * @param values binds the values of the query's names
     */
    public <T> List<T> rows(Caller caller, String sql, Class<T> type, Consumer<Query> values) {
        return read(caller, List.of(new Part<>(sql, type)), values).take(0, type);
    }

    /**
     * The rows of two queries with the same values, in one round trip.
     *
     * @param values binds the values of all names; a query may leave some of them unused
     */
    public <A, B> Both<A, B> rows(
            Caller caller, String sql, Class<A> type, String second, Class<B> secondType, Consumer<Query> values) {
        Results results = read(caller, List.of(new Part<>(sql, type), new Part<>(second, secondType)), values);
        return new Both<>(results.take(0, type), results.take(1, secondType));
    }

    /** The rows of two queries. */
    public record Both<A, B>(List<A> first, List<B> second) {}

    private record Part<T>(String sql, Class<T> type) {
        /** Jdbi's own lists close the statement, which has more results to come. */
        List<T> read(ResultSet rows, StatementContext context) throws SQLException {
            RowMapper<T> mapper =
                    context.getConfig(Mappers.class).findFor(type).orElseThrow().specialize(rows, context);
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(mapper.map(rows, context));
            }
            return all;
        }
    }

    private record Results(List<List<?>> ofParts) {
        <T> List<T> take(int part, Class<T> type) {
            return ofParts.get(part).stream().map(type::cast).toList();
        }
    }

    private Results read(Caller caller, List<Part<?>> parts, Consumer<Query> values) {
        if (isInTransaction()) {
            List<List<?>> results = new ArrayList<>();
            for (Part<?> part : parts) {
                Query query = database.sql().createQuery(part.sql());
                values.accept(query);
                results.add(query.mapTo(part.type()).list());
            }
            return new Results(results);
        }
        Identity identity = Identity.of(caller);
        String sql = parts.stream().map(Part::sql).collect(Collectors.joining(";\n", BEGIN, COMMIT));
        try (Handle handle = alone.open();
                Query query = handle.createQuery(sql)) {
            values.accept(query);
            query.bind("acting_tenant", identity.tenant())
                    .bind("acting_account", identity.account())
                    .bind("acting_token", identity.token())
                    .bind("acting_now", clock.instant().toString())
                    .bind("acting_role", identity.role());
            return execute(handle, query, parts);
        }
    }

    private static Results execute(Handle handle, Query query, List<Part<?>> parts) {
        try {
            return query.execute((executed, context) -> {
                PreparedStatement statement = executed.get();
                statement.getMoreResults();
                List<List<?>> results = new ArrayList<>();
                for (Part<?> part : parts) {
                    statement.getMoreResults();
                    results.add(part.read(statement.getResultSet(), context));
                }
                return new Results(results);
            });
        } catch (RuntimeException e) {
            // the rest of the text was not reached, the commit neither
            try {
                handle.execute("rollback");
            } catch (RuntimeException connectionGone) {
                e.addSuppressed(connectionGone);
            }
            throw e;
        }
    }
}
