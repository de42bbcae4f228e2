package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** The statement, run as a worker within what {@link AuditTrail} allows: names stand in a table sellers do not read. */
@Stateless
@Boundary
public class AuditRows {
    private static final String ROWS = """
            with page as (
                select a.* from audit a where %s order by a.at desc, a.id desc limit :limit)
            select a.id, a.at, a.account_id, p.name, a.tenant_id, s.name as seller_name,
                   a.tenant_id is not null and a.account_id is not null and not exists (
                       select from seller_staff w where w.tenant_id = a.tenant_id and w.account_id = a.account_id)
                       and exists (select from mall_staff m where m.account_id = a.account_id) as on_behalf,
                   a.role, a.action, a.subject_kind, a.subject_id, a.before::text as before,
                   a.after::text as after, a.reason, a.trace_id
            from page a
            left join person p on p.account_id = a.account_id
            left join seller s on s.id = a.tenant_id
            order by a.at desc, a.id desc
            """;

    private Database database;

    @Inject
    public AuditRows(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected AuditRows() {}

    /** One row more than asked for, so that the end is known. */
    public List<AuditEntry> list(Caller caller, AuditFilter filter, @Nullable UUID seller) {
        return database.sql()
                .createQuery(ROWS.formatted(conditions(filter, seller)))
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("seller", seller)
                .bind("after", filter.after())
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind("action", text(filter.action()))
                .bind("subject", text(filter.subject()))
                .bind("who", text(filter.who()).toLowerCase(Locale.ROOT))
                .bind("limit", filter.limit() + 1)
                .mapTo(AuditEntry.class)
                .list();
    }

    /** Only what is asked for, so that each question finds its index. */
    private static String conditions(AuditFilter filter, @Nullable UUID seller) {
        StringBuilder sql = new StringBuilder("true");
        add(sql, seller != null, "a.tenant_id = :seller");
        add(sql, filter.after() != null, "(a.at, a.id) < (select x.at, x.id from audit x where x.id = :after::uuid)");
        add(sql, filter.from() != null, "a.at >= :from");
        add(sql, filter.until() != null, "a.at < :until");
        add(sql, !text(filter.action()).isEmpty(), "starts_with(a.action, :action)");
        add(sql, !text(filter.subject()).isEmpty(), "(a.subject_id = :subject or a.subject_kind = :subject)");
        add(sql, !text(filter.who()).isEmpty(), """
                a.account_id in (select w.account_id from person w
                                 where position(:who in lower(w.name)) > 0 or position(:who in w.email) > 0)
                """);
        return sql.toString();
    }

    private static void add(StringBuilder sql, boolean wanted, String condition) {
        if (wanted) {
            sql.append(" and ").append(condition);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
