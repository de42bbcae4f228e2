package dev.rialto.launcher;

import dev.rialto.launcher.DatabaseAccess.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The PostgreSQL that the launcher brings along: one database, its owner and the application's login roles. */
final class EmbeddedDatabase implements MallDatabase {
    private static final String NAME = "rialto";

    private final PostgresCluster cluster;
    private final Secrets secrets;
    private final int port;
    private final String applicationRole;
    private boolean closed;

    EmbeddedDatabase(PostgresCluster cluster, Secrets secrets, LaunchSettings settings) {
        this.cluster = cluster;
        this.secrets = secrets;
        int named = settings.port("rialto.db.port", 0);
        this.port = named == 0 ? Ports.free() : named;
        this.applicationRole = settings.serves("console") ? "rialto_app" : "rialto_front";
    }

    @Override
    public DatabaseAccess access() {
        return new DatabaseAccess(address(NAME), login(applicationRole), login("rialto_owner"));
    }

    @Override
    public synchronized void start() {
        if (closed) {
            throw new StartFailure("The start was interrupted.");
        }
        try {
            cluster.endOrphan();
            Ports.requireFree(port, "RIALTO_DB_PORT");
            cluster.createIfMissing(secrets.of(PostgresCluster.SUPERUSER));
            cluster.start(port);
            prepare();
        } catch (IOException | SQLException e) {
            throw new StartFailure("The database did not start: " + StartFailure.reason(e) + ".", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        cluster.stop();
    }

    private void prepare() throws SQLException, IOException {
        try (Connection connection = superuser("postgres");
                Statement sql = connection.createStatement()) {
            requireOurs(sql);
            for (String role : List.of("rialto_owner", "rialto_app", "rialto_front")) {
                createRole(sql, role);
            }
            if (!exists(sql, "select 1 from pg_database where datname = '" + NAME + "'")) {
                sql.execute("create database " + NAME + " owner rialto_owner");
            }
        }
        try (Connection connection = superuser(NAME);
                Statement sql = connection.createStatement()) {
            countStatements(sql);
        }
    }

    /** On a busy port somebody else's server might answer: it must never be written to. */
    private void requireOurs(Statement sql) throws SQLException, IOException {
        try (ResultSet row = sql.executeQuery("show data_directory")) {
            row.next();
            if (!Path.of(row.getString(1)).toRealPath().equals(cluster.data().toRealPath())) {
                throw new StartFailure("Another database answers on port " + port + ": " + row.getString(1) + ".");
            }
        }
    }

    private void createRole(Statement sql, String role) throws SQLException {
        if (!exists(sql, "select 1 from pg_roles where rolname = '" + role + "'")) {
            sql.execute("create role " + role);
        }
        String rights = role.equals("rialto_owner") ? "createrole" : "noinherit";
        sql.execute("alter role " + role + " login " + rights + " password '" + secrets.of(role) + "'");
    }

    private static void countStatements(Statement sql) throws SQLException {
        if (exists(sql, "select 1 from pg_available_extensions where name = 'pg_stat_statements'")) {
            sql.execute("create extension if not exists pg_stat_statements");
            sql.execute("grant pg_read_all_stats to rialto_owner");
            sql.execute("grant execute on all functions in schema public to rialto_owner");
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            return row.next();
        }
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                address(database), PostgresCluster.SUPERUSER, secrets.of(PostgresCluster.SUPERUSER));
    }

    private Login login(String role) {
        return new Login(role, secrets.of(role));
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
