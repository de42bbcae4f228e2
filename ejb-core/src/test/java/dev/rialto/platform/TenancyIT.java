package dev.rialto.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenancyIT {
    @TempDir
    static Path folder;

    static TestMall mall;
    static final UUID FIRST = Ids.next();
    static final UUID SECOND = Ids.next();

    @BeforeAll
    static void twoTenantsWithAJobEach() {
        mall = TestMall.empty(folder, Window.class);
        for (UUID tenant : List.of(FIRST, SECOND)) {
            mall.execute("insert into tenant values (?, 'seller', now())", tenant);
            mall.execute(
                    "insert into job_run (id, job, tenant_id, state, requested_at) values (?, 'x', ?, 'requested', now())",
                    Ids.next(),
                    tenant);
        }
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    /** Counts what a caller sees, and calls itself as others. */
    @Stateless
    @Boundary
    public static class Window {
        @Inject
        Database database;

        @Inject
        Window other;

        public List<UUID> tenants(Caller caller) {
            return database.sql()
                    .createQuery("select tenant_id from job_run")
                    .mapTo(UUID.class)
                    .list();
        }

        public List<List<UUID>> before(Caller caller, Caller nested) {
            return List.of(tenants(caller), other.tenants(nested), tenants(caller));
        }
    }

    @Test
    @Tag("A19")
    void eachTenantSeesOnlyItsOwnRows() {
        Window window = mall.get(Window.class);
        for (int i = 0; i < 3; i++) {
            assertThat(window.tenants(Caller.tenant(FIRST, null, Set.of(), "t")))
                    .containsExactly(FIRST);
            assertThat(window.tenants(Caller.tenant(SECOND, null, Set.of(), "t")))
                    .containsExactly(SECOND);
            assertThat(window.tenants(Caller.worker("t"))).contains(FIRST, SECOND);
        }
    }

    @Test
    void theOuterCallerIsBackAfterANestedCall() {
        List<List<UUID>> seen = mall.get(Window.class)
                .before(Caller.tenant(FIRST, null, Set.of(), "t"), Caller.tenant(SECOND, null, Set.of(), "t"));
        assertThat(seen).containsExactly(List.of(FIRST), List.of(SECOND), List.of(FIRST));
    }

    @Test
    void withoutACallerNoRowIsReadable() {
        assertThatThrownBy(() -> mall.inTransaction(() -> mall.get(Database.class)
                        .sql()
                        .select("select 1 from job_run")
                        .mapTo(int.class)
                        .list()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void everyTableIsUnderForcedRowLevelSecurity() throws Exception {
        List<String> open = new ArrayList<>();
        try (Connection connection = TestDatabase.connect(TestDatabase.fresh(), "rialto_owner")
                        .getConnection();
                ResultSet rows = connection.createStatement().executeQuery("""
                                select relname from pg_class
                                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                                  and not (relrowsecurity and relforcerowsecurity)
                                  and relname <> 'flyway_schema_history'
                                """)) {
            while (rows.next()) {
                open.add(rows.getString(1));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void nobodyMayChangeLedgerOrAudit() throws Exception {
        List<String> grants = new ArrayList<>();
        try (Connection connection = TestDatabase.connect(TestDatabase.fresh(), "rialto_owner")
                        .getConnection();
                ResultSet rows = connection.createStatement().executeQuery("""
                                select distinct grantee || ' ' || privilege_type || ' ' || table_name
                                from information_schema.role_table_grants
                                where table_name in ('ledger_transfer', 'ledger_entry', 'ledger_account', 'audit', 'stock_movement', 'order_event')
                                  and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE') and grantee <> 'rialto_owner'
                                """)) {
            while (rows.next()) {
                grants.add(rows.getString(1));
            }
        }
        assertThat(grants).isEmpty();
    }
}
