package dev.rialto.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The connection of the running transaction. Entities and SQL go over the same one, so both see the tenancy settings
 * and each other's writes.
 */
@ApplicationScoped
public class Database {
    private final EntityManager entities;
    private final Jdbi jdbi;

    @Inject
    public Database(EntityManager entities) {
        this.entities = entities;
        this.jdbi = Jdbi.create(new TransactionConnection(entities)).installPlugin(new PostgresPlugin());
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.getConfig(Arguments.class).setBindingNullToPrimitivesPermitted(false);
        // records are read by the names of their components
        RowMapperFactory records = (type, config) -> type instanceof Class<?> plain && plain.isRecord()
                ? Optional.of(ConstructorMapper.of(canonicalConstructor(plain)))
                : Optional.empty();
        jdbi.registerRowMapper(records);
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Database() {
        this.entities = null;
        this.jdbi = null;
    }

    /** Opened up, since most records of rows are hidden in their package. */
    private static Constructor<?> canonicalConstructor(Class<?> type) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
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

    /** Turns the transaction over to another identity and tells whose it was. */
    Identity become(Identity next) {
        return jdbi.open()
                .createQuery("""
                        with before as materialized (
                            select current_setting('role') as role,
                                   coalesce(current_setting('rialto.tenant', true), '') as tenant,
                                   coalesce(current_setting('rialto.account', true), '') as account,
                                   coalesce(current_setting('rialto.token', true), '') as token)
                        select before.*,
                               set_config('rialto.tenant', :tenant, true),
                               set_config('rialto.account', :account, true),
                               set_config('rialto.token', :token, true),
                               set_config('role', :role, true)
                        from before
                        """)
                .bind("role", next.role())
                .bind("tenant", next.tenant())
                .bind("account", next.account())
                .bind("token", next.token())
                .map((row, context) -> new Identity(
                        row.getString("role"),
                        row.getString("tenant"),
                        row.getString("account"),
                        row.getString("token")))
                .one();
    }

    private record TransactionConnection(EntityManager entities) implements ConnectionFactory {
        @Override
        public Connection openConnection() {
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
