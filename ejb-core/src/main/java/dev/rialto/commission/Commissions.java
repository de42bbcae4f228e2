package dev.rialto.commission;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.ledger.SaleFee;
import dev.rialto.ledger.SaleShares;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteDirectory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mall's commission rules: listed, added, ended, tried on a sale that is not made. */
@Stateless
@Boundary
public class Commissions {
    private CommissionRows rows;
    private SiteDirectory sites;
    private Audit audit;
    private Clock clock;

    @Inject
    public Commissions(CommissionRows rows, SiteDirectory sites, Audit audit, Clock clock) {
        this.rows = rows;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Commissions() {}

    /** The rules the caller may see, a seller those that hold for it, the latest first; needs {@code settlement.view}. */
    public Page<CommissionRule> list(Caller caller, CommissionFilter filter) {
        Permissions.require(caller, Permissions.SETTLEMENT_VIEW);
        return rows.list(filter);
    }

    /**
     * Adds a rule; sales of its first day on fall under it.
     *
     * @param caller an operator with {@code commission.edit}
     * @return its id
     * @throws DomainException {@link CommissionError#COMMISSION_INVALID}, {@link CommissionError#COMMISSION_OVERLAPS}
     *     naming the other rule
     */
    public UUID add(Caller caller, NewCommissionRule rule) {
        Permissions.require(caller, Permissions.COMMISSION_EDIT);
        rule.check(today(caller));
        rows.lock();
        rows.requireScope(rule.scope());
        rows.overlapping(rule).ifPresent(other -> {
            throw CommissionError.COMMISSION_OVERLAPS.because(
                    List.of(new FieldError("validFrom", "held_by", List.of(other))));
        });
        UUID id = Ids.next();
        rows.insert(caller, id, rule);
        audit.record(
                caller,
                Audit.Deed.of("commission.add", "commission_rule", id).changing(null, Json.write(Told.of(rule))));
        return id;
    }

    /** What the audit keeps of a rule; days as text. */
    private record Told(
            String name,
            NewCommissionRule.Scope scope,
            CommissionTerms terms,
            String from,
            @Nullable String until) {
        static Told of(NewCommissionRule rule) {
            return new Told(
                    rule.name(),
                    rule.scope(),
                    rule.terms(),
                    rule.validFrom().toString(),
                    rule.validUntil() == null ? null : rule.validUntil().toString());
        }
    }

    /**
     * Ends a rule with a last day; what was sold under it stays as it is.
     *
     * @param caller an operator with {@code commission.edit}
     * @param last its last day, today at the earliest; a rule that has not begun never holds when it ends before
     * @throws DomainException {@link CommissionError#COMMISSION_NOT_FOUND}, {@link CommissionError#COMMISSION_ENDED},
     *     {@link CommissionError#COMMISSION_CHANGED}, {@link CommissionError#COMMISSION_INVALID}
     */
    public void end(Caller caller, UUID rule, LocalDate last, String reason, long version) {
        Permissions.require(caller, Permissions.COMMISSION_EDIT);
        LocalDate today = today(caller);
        CommissionRule before = rows.one(rule);
        if (before.on(today) == CommissionRule.State.ENDED) {
            throw CommissionError.COMMISSION_ENDED.now();
        }
        new Violations()
                .text("reason", reason, 500)
                .check(!last.isBefore(today), "validUntil", "in_the_past")
                .check(!last.isBefore(before.validFrom()), "validUntil", "before_from")
                .check(before.validUntil() == null || !last.isAfter(before.validUntil()), "validUntil", "only_earlier")
                .raise(CommissionError.COMMISSION_INVALID);
        if (!rows.end(rule, last, version)) {
            throw CommissionError.COMMISSION_CHANGED.because("version", "stale");
        }
        audit.record(
                caller, Audit.Deed.of("commission.end", "commission_rule", rule).because(reason));
    }

    /**
     * What a sale would cost, by the rules that hold on its day.
     *
     * @throws DomainException {@link CommissionError#COMMISSION_INVALID}
     */
    public SampleCost preview(Caller caller, SampleSale sale) {
        Permissions.require(caller, Permissions.SETTLEMENT_VIEW);
        check(sale.price());
        return cost(caller, rows.terms(sale), sale);
    }

    /**
     * What a sale would cost under a rule that is not kept.
     *
     * @throws DomainException {@link CommissionError#COMMISSION_INVALID}
     */
    public SampleCost tryOut(Caller caller, NewCommissionRule rule, SampleSale sale) {
        Permissions.require(caller, Permissions.COMMISSION_EDIT);
        rule.check(today(caller));
        check(sale.price());
        return cost(caller, rule.terms(), sale);
    }

    private static void check(Money price) {
        new Violations()
                .check(!price.isNegative() && !price.isZero(), "price", "not_positive")
                .raise(CommissionError.COMMISSION_INVALID);
    }

    private SampleCost cost(Caller caller, CommissionTerms terms, SampleSale sale) {
        SaleFee fee = terms.fee(1, sale.price().minor());
        SaleShares shares = SaleShares.of(
                sale.price(),
                List.of(fee),
                sites.byId(caller.asWorker(), sale.siteId()).handlingBp());
        return new SampleCost(terms, shares.mall(), shares.feeTax(), shares.site(), shares.seller());
    }

    private LocalDate today(Caller caller) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(sites.mall(caller).zone()));
    }
}
