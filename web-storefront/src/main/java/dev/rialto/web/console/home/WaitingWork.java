package dev.rialto.web.console.home;

import dev.rialto.kernel.Page;
import dev.rialto.payment.Deposits;
import dev.rialto.seller.ApplicationView;
import dev.rialto.seller.SellerRegistry;
import dev.rialto.seller.SellerState;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockFilter;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.stock.StockPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Counts what waits for the reader, of those things the reader may do. */
@ApplicationScoped
class WaitingWork {
    private static final int COUNTED = 200;

    @Inject
    private SellerRegistry sellers;

    @Inject
    private StorefrontDesk storefronts;

    @Inject
    private Deposits deposits;

    @Inject
    private Stock stock;

    List<Todo> of(Visit visit, Count toShip) {
        List<Todo> todos = new ArrayList<>();
        if (visit.may("seller.approve")) {
            todos.add(new Todo("sellers", applicants(visit), "/sellers?state=applied"));
        }
        if (visit.may("site.approve")) {
            todos.add(new Todo("shops", applications(visit), "/applications?state=submitted"));
        }
        if (visit.isOperator() && visit.may("payment.confirm")) {
            todos.add(new Todo("deposits", awaited(visit), "/deposits"));
        }
        if (visit.may("order.ship")) {
            todos.add(new Todo("ship", toShip, "/orders?state=to_ship"));
        }
        if (visit.may("stock.edit")) {
            todos.add(new Todo("low", low(visit), "/stock?show=low"));
        }
        todos.removeIf(todo -> todo.count().isNone());
        return List.copyOf(todos);
    }

    private Count applicants(Visit visit) {
        return Count.of(
                sellers.list(visit.caller(), new SellerRegistry.Filter(SellerState.APPLIED, null, null, COUNTED)));
    }

    private Count applications(Visit visit) {
        return Count.of(storefronts.applications(
                visit.caller(), new StorefrontDesk.Filter(ApplicationView.State.SUBMITTED, null, COUNTED)));
    }

    private Count awaited(Visit visit) {
        int number = deposits.awaited(visit.caller(), COUNTED).size();
        return new Count(number, number == COUNTED);
    }

    private Count low(Visit visit) {
        Page<?> levels = stock.levels(
                visit.caller(), new StockFilter(null, null, StockPage.LOW, visit.language(), null, COUNTED));
        return Count.of(levels);
    }
}
