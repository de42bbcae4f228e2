package dev.rialto.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL per test run, migrated once; each {@link #fresh} database is a copy of the migrated one. */
public final class TestDatabase {
    private static final TestDatabase SHARED = new TestDatabase();

    private final EmbeddedPostgres server;
    private int copies;

    private TestDatabase() {
        try {
            server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "und")
                    .setLocaleConfig("lc-ctype", "C.UTF-8")
                    // nothing here has to outlive the run
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("shared_buffers", "256MB")
                    .start();
            execute(
                    "postgres",
                    "create role rialto_owner login createrole; create role rialto_app login noinherit;"
                            + "create role rialto_front login noinherit;");
            execute("postgres", "create database template_rialto owner rialto_owner");
            execute("template_rialto", "grant all on schema public to rialto_owner");
            SchemaMigration.migrate(owner("template_rialto"));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** The name of a new database with the current schema and no rows. */
    public static synchronized String fresh() {
        String name = "rialto_" + ++SHARED.copies;
        SHARED.execute("postgres", "create database " + name + " template template_rialto owner rialto_owner");
        return name;
    }

    /** Connects as a login role. */
    public static DataSource connect(String database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(SHARED.url(database));
        source.setUser(user);
        return source;
    }

    public static String address(String database) {
        return SHARED.url(database);
    }

    private Settings.DatabaseOwner owner(String database) {
        return new Settings.DatabaseOwner(url(database), "rialto_owner", "");
    }

    private String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    private void execute(String database, String sql) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run: " + sql, e);
        }
    }
}
