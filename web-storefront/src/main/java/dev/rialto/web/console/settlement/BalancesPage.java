package dev.rialto.web.console.settlement;

import dev.rialto.settlement.Balance;
import dev.rialto.settlement.Reconciliation;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;

/** What each seller is owed, by the books and by the statements, and where the two differ. */
@Route(
        path = "/settlement/balances",
        view = "balances",
        permission = "settlement.view",
        menu = Section.SETTLEMENT,
        rank = 30)
public class BalancesPage implements ConsolePage {
    private final Reconciliation reconciliation;
    private List<Balance> balances = List.of();

    @Inject
    public BalancesPage(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public Outcome open(Visit visit) {
        balances = reconciliation.balances(visit.caller());
        return visit.query("as").equals("csv") ? csv(visit) : Outcome.show();
    }

    private Outcome csv(Visit visit) {
        CsvFile file = new CsvFile(
                "seller",
                "currency",
                "unsettled",
                "unsettled_by_lines",
                "payable",
                "payable_by_statements",
                "reserve",
                "reserve_by_statements",
                "difference");
        balances.forEach(each -> file.add(
                each.sellerName(),
                each.currency(),
                plain(each.unsettled(), each, visit),
                plain(each.open(), each, visit),
                plain(each.payable(), each, visit),
                plain(each.stated(), each, visit),
                plain(each.reserve(), each, visit),
                plain(each.statedReserve(), each, visit),
                plain(each.difference(), each, visit)));
        return new Outcome.Send("balances.csv", "text/csv; charset=utf-8", file.bytes());
    }

    private static String plain(long minor, Balance of, Visit visit) {
        return visit.show().plain(minor, of.currency());
    }

    public List<Balance> balances() {
        return balances;
    }

    /** How many do not agree. */
    public long differing() {
        return balances.stream().filter(each -> each.difference() != 0).count();
    }
}
