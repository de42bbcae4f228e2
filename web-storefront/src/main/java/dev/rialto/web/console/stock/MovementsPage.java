package dev.rialto.web.console.stock;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesParty;
import dev.rialto.stock.LoggedMovement;
import dev.rialto.stock.Stock;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Every movement of stock: who, when, why, and what was there before and after (D89). */
@Route(path = "/stock/movements", view = "stock-movements", permission = "goods.view", menu = Section.STOCK, rank = 20)
public class MovementsPage implements ConsolePage {
    private static final int PAGE = 50;

    private final Stock stock;
    private final Sales sales;
    private Page<LoggedMovement> movements = new Page<>(List.of(), null);
    private List<SalesParty> parties = List.of();

    @Inject
    public MovementsPage(Stock stock, Sales sales) {
        this.stock = stock;
        this.sales = sales;
    }

    @Override
    public Outcome open(Visit visit) {
        movements = stock.log(visit.caller(), MovementsView.filter(visit, PAGE));
        parties = StockView.parties(sales, visit);
        return Outcome.show();
    }

    public Page<LoggedMovement> movements() {
        return movements;
    }

    public List<Option> kinds(Visit visit) {
        return MovementsView.KINDS.stream()
                .map(kind -> new Option(kind, visit.say("stock.kind." + kind.toUpperCase(Locale.ROOT))))
                .toList();
    }

    public List<Option> companies() {
        return StockView.options(parties, "seller");
    }

    public boolean isNarrowed(Visit visit) {
        return !(visit.query("q")
                        + visit.query("kind")
                        + visit.query("company")
                        + visit.query("from")
                        + visit.query("to"))
                .isEmpty();
    }

    public String path(LoggedMovement movement) {
        return "/stock/" + Ids.external("variant", movement.variantId());
    }

    public String file(Visit visit) {
        return StockView.sibling(visit, "/stock/movements/csv");
    }
}
