package dev.rialto.gateway;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** The calls of the gateway as they are kept and looked at (A35). */
@Stateless
@Boundary
public class Calls {
    /** How long a call is kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_LISTED = 5000;

    private Database database;
    private Clock clock;

    @Inject
    public Calls(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Calls() {}

    /**
     * Keeps calls, in one statement.
     *
     * @param caller a worker
     */
    public void keep(Caller caller, List<GatewayCall> calls) {
        database.sql()
                .createUpdate("""
                        insert into gateway_call (id, at, tenant_id, site_id, credential_id, kind, method, path, factor,
                                                  status, code, rows, micros, request_id)
                        select * from unnest(:ids::uuid[], :ats::timestamptz[], :tenants::uuid[], :sites::uuid[],
                            :credentials::text[], :kinds::text[], :methods::text[], :paths::text[], :factors::jsonb[],
                            :statuses::int[], :codes::text[], :rows::int[], :micros::bigint[], :requests::text[])
                        """)
                .bind("ids", array(calls, GatewayCall::id, UUID[]::new))
                .bind("ats", array(calls, call -> call.at().toString(), String[]::new))
                .bind("tenants", array(calls, GatewayCall::tenant, UUID[]::new))
                .bind("sites", array(calls, GatewayCall::site, UUID[]::new))
                .bind("credentials", array(calls, GatewayCall::credential, String[]::new))
                .bind("kinds", array(calls, GatewayCall::kind, String[]::new))
                .bind("methods", array(calls, GatewayCall::method, String[]::new))
                .bind("paths", array(calls, GatewayCall::path, String[]::new))
                .bind("factors", array(calls, call -> Json.write(call.factor()), String[]::new))
                .bind("statuses", array(calls, GatewayCall::status, Integer[]::new))
                .bind("codes", array(calls, GatewayCall::code, String[]::new))
                .bind("rows", array(calls, GatewayCall::rows, Integer[]::new))
                .bind("micros", array(calls, GatewayCall::micros, Long[]::new))
                .bind("requests", array(calls, GatewayCall::requestId, String[]::new))
                .execute();
    }

    private static <T> @Nullable T[] array(
            List<GatewayCall> calls,
            Function<GatewayCall, @Nullable T> part,
            java.util.function.IntFunction<@Nullable T[]> type) {
        return calls.stream().map(part).toArray(type);
    }

    /**
     * Removes calls that are older than {@link #KEPT}; recurring work.
     *
     * @param caller a worker
     * @return how many went
     */
    public int sweep(Caller caller, int limit) {
        return database.sql()
                .createUpdate("""
                        delete from gateway_call where id in (
                            select id from gateway_call where at < :before order by at limit :limit)
                        """)
                .bind("before", clock.instant().minus(KEPT))
                .bind("limit", limit)
                .execute();
    }

    /**
     * A call in the list.
     *
     * @param sellerName whose program called; null for strangers
     * @param factor the parameters as JSON
     */
    public record Listed(
            UUID id,
            Instant at,
            @Nullable String sellerName,
            @Nullable UUID siteId,
            @Nullable String credentialId,
            String kind,
            String method,
            String path,
            String factor,
            int status,
            @Nullable String code,
            int rows,
            long micros,
            String requestId) {}

    /**
     * The latest calls: a seller's own, or all for the mall.
     *
     * @throws DomainException {@link CallError#FILTER_INVALID}; the permission {@code credential.edit} is missing
     */
    public Page<Listed> list(Caller caller, CallFilter filter) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        if (filter.limit() < 1 || filter.limit() > MOST_LISTED) {
            throw CallError.FILTER_INVALID.because("limit", "out_of_range");
        }
        Keyset after = Keyset.read(filter.cursor(), CallError.FILTER_INVALID);
        return Page.of(
                query(filter, after), filter.limit(), Function.identity(), last -> Keyset.after(last.at(), last.id()));
    }

    private List<Listed> query(CallFilter filter, Keyset after) {
        return database.sql()
                .createQuery("""
                        select g.id, g.at, s.name as seller_name, g.site_id, g.credential_id, g.kind, g.method, g.path,
                               g.factor::text as factor, g.status, g.code, g.rows, g.micros, g.request_id
                        from gateway_call g left join seller s on s.id = g.tenant_id
                        where %s order by g.at desc, g.id desc limit :limit
                        """.formatted(conditions(filter)))
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("kind", filter.kind())
                .bind("credential", filter.credential())
                .bind("status", filter.status())
                .bind("tenant", filter.tenant())
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", filter.limit() + 1)
                .mapTo(Listed.class)
                .list();
    }

    /** Only what is asked for, so that each question finds its index. */
    private static String conditions(CallFilter filter) {
        StringBuilder sql = new StringBuilder("true");
        add(sql, !filter.kind().isEmpty(), "g.kind = :kind");
        add(sql, !filter.credential().isEmpty(), "g.credential_id = :credential");
        add(sql, filter.status() != 0, "g.status / 100 = :status");
        add(sql, filter.tenant() != null, "g.tenant_id = :tenant");
        add(sql, filter.from() != null, "g.at >= :from");
        add(sql, filter.until() != null, "g.at < :until");
        add(sql, filter.cursor() != null, "(g.at, g.id) < (:at, :id)");
        return sql.toString();
    }

    private static void add(StringBuilder sql, boolean wanted, String condition) {
        if (wanted) {
            sql.append(" and ").append(condition);
        }
    }
}
