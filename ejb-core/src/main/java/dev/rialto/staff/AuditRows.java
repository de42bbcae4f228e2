package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statement, run as a worker within what {@link AuditTrail} allows: names stand in a table sellers do not read. */
@Stateless
@Boundary
public class AuditRows {
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
                .createQuery("""
                    select a.id, a.at, a.account_id, p.name, a.tenant_id, s.name as seller_name,
                           a.tenant_id is not null and a.account_id is not null and not exists (
                               select from seller_staff w
                               where w.tenant_id = a.tenant_id and w.account_id = a.account_id)
                               and exists (select from mall_staff m where m.account_id = a.account_id) as on_behalf,
                           a.role, a.action, a.subject_kind, a.subject_id, a.before::text as before,
                           a.after::text as after, a.reason, a.trace_id
                    from audit a
                    left join person p on p.account_id = a.account_id
                    left join seller s on s.id = a.tenant_id
                    where (:seller::uuid is null or a.tenant_id = :seller)
                      and (:after::uuid is null or (a.at, a.id) < (
                          select x.at, x.id from audit x where x.id = :after::uuid))
                      and (:from::timestamptz is null or a.at >= :from)
                      and (:until::timestamptz is null or a.at < :until)
                      and (:action = '' or starts_with(a.action, :action))
                      and (:subject = '' or a.subject_kind = :subject or a.subject_id = :subject)
                      and (:who = '' or position(:who in lower(p.name)) > 0 or position(:who in p.email) > 0)
                    order by a.at desc, a.id desc
                    limit :limit
                    """)
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

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
