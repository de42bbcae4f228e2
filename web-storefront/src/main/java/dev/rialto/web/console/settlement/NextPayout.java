package dev.rialto.web.console.settlement;

import dev.rialto.kernel.Ids;
import dev.rialto.payout.Payable;
import dev.rialto.payout.PayoutReads;
import dev.rialto.settlement.Balance;
import dev.rialto.settlement.Reconciliation;
import dev.rialto.settlement.StatementView;
import dev.rialto.settlement.Statements;
import dev.rialto.web.console.Visit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a seller gets next in one currency, with the statements it is made of.
 *
 * @param payable what a run would pay now; null when nothing is settled
 */
public record NextPayout(Balance balance, @Nullable Payable payable, List<StatementView> statements) {
    public NextPayout {
        statements = List.copyOf(statements);
    }

    /** One for each currency in which something was booked. */
    public static List<NextPayout> of(
            Visit visit, Reconciliation reconciliation, PayoutReads payouts, Statements statements) {
        UUID seller = visit.caller().requireTenant();
        List<Payable> payables = payouts.payables(visit.caller(), null);
        List<StatementView> latest = statements.latest(visit.caller(), seller);
        return reconciliation.balances(visit.caller()).stream()
                .map(balance -> new NextPayout(
                        balance,
                        payables.stream()
                                .filter(one -> one.currency().equals(balance.currency()))
                                .findFirst()
                                .orElse(null),
                        latest.stream()
                                .filter(one -> one.currency().equals(balance.currency()))
                                .toList()))
                .toList();
    }

    public String path(StatementView statement) {
        return "/settlement/statements/" + Ids.external("statement", statement.id());
    }

    /** Is money held back until the papers are accepted? */
    public boolean isHeld() {
        return payable != null && payable.amount() > 0 && !payable.accepted();
    }

    /** How far the papers are, as bundles name it. */
    public String papers() {
        return payable == null ? "draft" : payable.papers().stored();
    }
}
