package dev.rialto.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The connection of the running transaction. Entities and SQL go over the same one, so both see the tenancy settings
 * and each other's writes.
 */
@ApplicationScoped
public class Database {
    private static final String BECOME = """
            with before as materialized (
                select current_setting('role') as role,
                       coalesce(current_setting('rialto.tenant', true), '') as tenant,
                       coalesce(current_setting('rialto.account', true), '') as account,
                       coalesce(current_setting('rialto.token', true), '') as token)
            select before.*,
                   set_config('rialto.tenant', ?, true),
                   set_config('rialto.account', ?, true),
                   set_config('rialto.token', ?, true),
                   set_config('rialto.now', ?, true),
                   set_config('role', ?, true)
            from before
            """;

    private final EntityManager entities;
    private final Clock clock;
    private final Jdbi jdbi;

    @Inject
    public Database(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
        this.jdbi = jdbi(new TransactionConnection(entities));
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    }

    /** Jdbi as all SQL here knows it: records by the names of their components, no null for a primitive. */
    static Jdbi jdbi(ConnectionFactory connections) {
        Jdbi jdbi = Jdbi.create(connections).installPlugin(new PostgresPlugin());
        jdbi.getConfig(Arguments.class).setBindingNullToPrimitivesPermitted(false);
        Map<Class<?>, RowMapper<?>> records = new ConcurrentHashMap<>();
        RowMapperFactory byComponents = (type, config) -> type instanceof Class<?> plain && plain.isRecord()
                ? Optional.of(records.computeIfAbsent(plain, RecordMapper::new))
                : Optional.empty();
        return jdbi.registerRowMapper(byComponents);
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Database() {
        this.entities = null;
        this.clock = null;
        this.jdbi = null;
    }

    /** Entities of this transaction. */
    public EntityManager entities() {
        return entities;
    }

    /** SQL on this transaction's connection; pending entity changes are written first. The handle need not be closed. */
    public Handle sql() {
        entities.flush();
        return jdbi.open();
    }

    /** Turns the transaction over to another identity and tells whose it was; every boundary call pays for this one. */
    Identity become(Identity next) {
        try (PreparedStatement turn = TransactionConnection.of(entities).prepareStatement(BECOME)) {
            turn.setString(1, next.tenant());
            turn.setString(2, next.account());
            turn.setString(3, next.token());
            turn.setString(4, clock.instant().toString());
            turn.setString(5, next.role());
            try (ResultSet before = turn.executeQuery()) {
                before.next();
                return new Identity(before.getString(1), before.getString(2), before.getString(3), before.getString(4));
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private record TransactionConnection(EntityManager entities) implements ConnectionFactory {
        @Override
        public Connection openConnection() {
            return of(entities);
        }

        static Connection of(EntityManager entities) {
            Connection connection = entities.unwrap(Connection.class);
            if (connection == null) {
                throw new IllegalStateException("no transaction");
            }
            return connection;
        }

        @Override
        public void closeConnection(Connection connection) {
            // the transaction closes it
        }
    }
}
