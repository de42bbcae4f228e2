package dev.rialto.web.console.stock;

import dev.rialto.stock.Stock;
import dev.rialto.stock.StockTotals;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;

/** The stock of each company (D86). */
@Route(path = "/stock/companies", view = "stock-companies", permission = "goods.view")
public class CompaniesPage implements ConsolePage {
    private final Stock stock;
    private List<StockTotals> companies = List.of();

    @Inject
    public CompaniesPage(Stock stock) {
        this.stock = stock;
    }

    @Override
    public Outcome open(Visit visit) {
        companies = stock.companies(visit.caller(), StockView.filter(visit, 1));
        return Outcome.show();
    }

    public List<StockTotals> companies() {
        return companies;
    }
}
