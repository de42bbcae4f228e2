package dev.rialto.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All reads here go over one and the same connection. */
class ReadsIT {
    private static final UUID FIRST = Ids.next();
    private static final UUID SECOND = Ids.next();
    /** Enough for the driver to prepare the statement on the server and to know its columns. */
    private static final int OFTEN = 12;

    @TempDir
    static Path folder;

    static TestMall mall;
    static Connection only;
    static Reads reads;

    @BeforeAll
    static void twoTenantsWithAJobEach() throws SQLException {
        mall = TestMall.empty(folder);
        for (UUID tenant : List.of(FIRST, SECOND)) {
            mall.execute("insert into tenant values (?, 'seller', now())", tenant);
            mall.execute(
                    "insert into job_run (id, job, tenant_id, state, requested_at) values (?, 'x', ?, 'requested', now())",
                    Ids.next(),
                    tenant);
        }
        only = mall.get(DataSource.class).getConnection();
        reads = new Reads(mall.get(Database.class), Clock.systemUTC(), Transactions.registry(), pool());
    }

    @AfterAll
    static void close() throws SQLException {
        only.close();
        mall.close();
    }

    /** A pool of one: closing gives the connection back. */
    private static DataSource pool() {
        Connection kept = (Connection) Proxy.newProxyInstance(
                ReadsIT.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> method.getName().equals("close") ? null : method.invoke(only, arguments));
        return (DataSource) Proxy.newProxyInstance(
                ReadsIT.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> kept);
    }

    private static List<UUID> tenants(Caller caller, int most) {
        return reads.rows(
                caller, "select tenant_id from job_run limit :most", UUID.class, query -> query.bind("most", most));
    }

    private static Caller of(UUID tenant) {
        return Caller.tenant(tenant, null, Set.of(), "t");
    }

    @Test
    @Tag("A19")
    void tenantsThatAlternateOnOneConnectionSeeOnlyTheirOwnRows() {
        for (int i = 0; i < OFTEN; i++) {
            assertThat(tenants(of(FIRST), 10)).containsExactly(FIRST);
            assertThat(tenants(of(SECOND), 10)).containsExactly(SECOND);
            assertThat(tenants(of(Ids.next()), 10)).isEmpty();
            assertThat(tenants(Caller.worker("t"), 10)).contains(FIRST, SECOND);
        }
    }

    @Test
    @Tag("A19")
    void valuesOfUndecidedTypeChangeNothing() {
        for (int i = 0; i < OFTEN; i++) {
            List<UUID> seen = reads.rows(
                    of(FIRST),
                    "select tenant_id from job_run where coalesce(:other::uuid, tenant_id) = tenant_id and requested_at > :since",
                    UUID.class,
                    query -> query.bind("other", (UUID) null).bind("since", java.time.Instant.EPOCH));
            assertThat(seen).containsExactly(FIRST);
        }
    }

    @Test
    @Tag("A19")
    void theConnectionGoesBackAsNobodys() throws SQLException {
        tenants(of(FIRST), 10);
        assertThat(setting("role")).isEqualTo("none");
        assertThat(setting("rialto.tenant")).isEmpty();
    }

    @Test
    void aFailingQueryLeavesTheConnectionUsableAndNobodys() throws SQLException {
        assertThatThrownBy(
                        () -> reads.rows(of(FIRST), "select 1 / :zero", Integer.class, query -> query.bind("zero", 0)))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("division by zero");
        assertThat(setting("role")).isEqualTo("none");
        assertThat(tenants(of(SECOND), 10)).containsExactly(SECOND);
    }

    @Test
    void nothingCanBeWritten() {
        assertThatThrownBy(() -> reads.rows(
                        Caller.worker("t"), "update job_run set state = 'done' returning id", UUID.class, query -> {}))
                .hasMessageContaining("read-only transaction");
        assertThat(mall.value(Integer.class, "select count(*)::int from job_run where state = 'done'"))
                .isZero();
    }

    @Test
    void aReadWithinATransactionSeesWhatThatTransactionWrote() {
        boolean seen = mall.inTransaction(() -> {
            mall.get(Database.class).become(Identity.of(Caller.worker("t")));
            mall.get(Database.class).sql().execute("insert into tenant values (?, 'seller', now())", Ids.next());
            return reads.rows(
                            Caller.worker("t"),
                            "select count(*)::int from tenant where created_at = now()",
                            Integer.class,
                            query -> {})
                    .contains(1);
        });
        assertThat(seen).isTrue();
    }

    private static String setting(String name) throws SQLException {
        try (Statement statement = only.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(current_setting('" + name + "', true), '')")) {
            row.next();
            return row.getString(1);
        }
    }
}
