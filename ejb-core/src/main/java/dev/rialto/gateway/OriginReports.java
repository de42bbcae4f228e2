package dev.rialto.gateway;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Members by the mark of the site where they joined, and payments by the mark of the site where they were made: two
 * identifiers of different values, and no answer carries both (A28 to A31).
 */
@Stateless
@Boundary
public class OriginReports {
    private Database database;

    @Inject
    public OriginReports(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OriginReports() {}

    /** Members of a mark. */
    public record MarkCount(UUID joinMark, String site, long members) {}

    /** A member of a mark; nothing about his payments. */
    public record MarkedMember(UUID accountId, UUID joinMark, String name, Instant joinedAt) {}

    /** Payments of an origin in a currency, in minor units; lines of several states are one. */
    public record OriginSum(UUID origin, String site, String currency, long payments, long captured, long refunded) {}

    /** A payment of an origin; nothing about who paid. */
    public record OriginPayment(
            UUID id,
            UUID origin,
            @Nullable String orderNumber,
            String state,
            String method,
            long amount,
            long captured,
            long refunded,
            String currency,
            Instant at) {}

    /** The members of a seller's sites, counted by mark; an erased person is not among them. */
    public List<MarkCount> members(Caller worker, UUID tenant) {
        return database.sql()
                .createQuery("""
                        select s.member_mark as join_mark, s.name as site, count(p.account_id) as members
                        from site s left join member m on m.join_site_id = s.id
                        left join person p on p.account_id = m.account_id
                        where s.tenant_id = :tenant group by s.id, s.member_mark, s.name order by s.name, s.id
                        """)
                .bind("tenant", tenant)
                .mapTo(MarkCount.class)
                .list();
    }

    /** The members of a seller's sites, latest first. */
    public Page<MarkedMember> listMembers(Caller worker, UUID tenant, Keyset after, int limit) {
        List<MarkedMember> found = database.sql()
                .createQuery("""
                        select m.account_id, s.member_mark as join_mark, p.name, m.joined_at
                        from member m join site s on s.id = m.join_site_id
                        join person p on p.account_id = m.account_id
                        where s.tenant_id = :tenant
                          and (:at::timestamptz is null or (m.joined_at, m.account_id) < (:at, :id::uuid))
                        order by m.joined_at desc, m.account_id desc limit :limit
                        """)
                .bind("tenant", tenant)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", limit + 1)
                .mapTo(MarkedMember.class)
                .list();
        return Page.of(found, limit, Function.identity(), last -> Keyset.after(last.joinedAt(), last.accountId()));
    }

    /** The payments made at a seller's sites, added up by origin and currency. */
    public List<OriginSum> payments(Caller worker, UUID tenant) {
        return database.sql()
                .createQuery("""
                        select p.origin_mark as origin, s.name as site, p.currency, count(*) as payments,
                               sum(p.captured)::bigint as captured, sum(p.refunded)::bigint as refunded
                        from payment p join site s on s.payment_mark = p.origin_mark
                        where s.tenant_id = :tenant group by 1, 2, 3 order by 2, 1, 3
                        """)
                .bind("tenant", tenant)
                .mapTo(OriginSum.class)
                .list();
    }

    /** The payments made at a seller's sites, latest first. */
    public Page<OriginPayment> listPayments(Caller worker, UUID tenant, Keyset after, int limit) {
        List<OriginPayment> found = database.sql()
                .createQuery("""
                        select p.id, p.origin_mark as origin, o.number as order_number, p.state, p.method, p.amount,
                               p.captured, p.refunded, p.currency, p.created_at as at
                        from payment p join site s on s.payment_mark = p.origin_mark
                        left join purchase o on o.id = p.order_id
                        where s.tenant_id = :tenant
                          and (:at::timestamptz is null or (p.created_at, p.id) < (:at, :id::uuid))
                        order by p.created_at desc, p.id desc limit :limit
                        """)
                .bind("tenant", tenant)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", limit + 1)
                .mapTo(OriginPayment.class)
                .list();
        return Page.of(found, limit, Function.identity(), last -> Keyset.after(last.at(), last.id()));
    }
}
