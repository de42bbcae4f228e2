package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SellerError;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Members whose purchases in a period reach a criterion, the best first (D74, D75). */
@Stateless
@Boundary
public class BestCustomers {
    private static final int MOST = 200;

    private Database database;
    private SiteDirectory sites;

    @Inject
    public BestCustomers(Database database, SiteDirectory sites) {
        this.database = database;
        this.sites = sites;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BestCustomers() {}

    /** What counts. */
    public enum Measure {
        AMOUNT,
        NUMBER
    }

    /**
     * Who is a best customer.
     *
     * @param currency whose orders count
     * @param least minor units, or orders
     * @param from first day of the period, in the mall's zone
     * @param until last day of the period
     * @param limit rows at most
     */
    public record Criterion(Measure measure, String currency, long least, LocalDate from, LocalDate until, int limit) {
        void check() {
            new Violations()
                    .check(least >= 0, "least", "negative")
                    .check(!until.isBefore(from), "until", "before_from")
                    .check(currency.matches("[A-Z]{3}"), "currency", "currency_code")
                    .raise(AudienceError.INVALID_CRITERION);
        }
    }

    /**
     * A best customer.
     *
     * @param amount paid in the period, less what was refunded
     */
    public record BestCustomer(UUID accountId, String name, String email, long orders, Money amount, Instant lastAt) {}

    private record Row(
            UUID accountId, String name, String email, long orders, long amount, String currency, Instant lastAt) {
        BestCustomer best() {
            return new BestCustomer(accountId, name, email, orders, new Money(amount, currency), lastAt);
        }
    }

    /**
     * The best first; equals by their latest order.
     *
     * @throws DomainException {@link AudienceError#INVALID_CRITERION} naming the field; for everybody but the mall
     */
    public List<BestCustomer> list(Caller caller, Criterion criterion) {
        Permissions.require(caller, Permissions.MEMBER_VIEW);
        requireMall(caller);
        criterion.check();
        SiteView mall = sites.mall(caller.asWorker());
        ZoneId zone = ZoneId.of(mall.zone());
        String measure = criterion.measure() == Measure.AMOUNT ? "amount" : "orders";
        return database
                .sql()
                .createQuery("""
                        with paid as (
                            select p.account_id, count(*) as orders, max(p.placed_at) as last_at,
                                   (sum(p.total) - coalesce(sum((select sum(r.amount) from refund r
                                       where r.order_id = p.id and r.state = 'done')), 0))::bigint as amount
                            from purchase p
                            where p.state = 'paid' and p.currency = :currency and p.account_id is not null
                              and p.placed_at >= :from and p.placed_at < :until
                            group by p.account_id)
                        select paid.account_id, n.name, n.email, paid.orders, paid.amount, :currency as currency, paid.last_at
                        from paid join person n on n.account_id = paid.account_id
                        where <measure> >= :least
                        order by <measure> desc, paid.last_at desc, paid.account_id limit :limit
                        """)
                .define("measure", "paid." + measure)
                .bind("currency", criterion.currency())
                .bind("from", criterion.from().atStartOfDay(zone).toInstant())
                .bind("until", criterion.until().plusDays(1).atStartOfDay(zone).toInstant())
                .bind("least", criterion.least())
                .bind("limit", Math.max(1, Math.min(MOST, criterion.limit())))
                .mapTo(Row.class)
                .stream()
                .map(Row::best)
                .toList();
    }

    static void requireMall(Caller caller) {
        if (caller.role() != Caller.Role.MALL && caller.role() != Caller.Role.WORKER) {
            throw SellerError.NOT_PERMITTED.now();
        }
    }
}
