package dev.rialto.web.console.stock;

import dev.rialto.kernel.Ids;
import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesParty;
import dev.rialto.stock.StockFilter;
import dev.rialto.stock.StockLevel;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Visit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the address asks of the stock module, and the choices it offers. */
final class StockView {
    private StockView() {}

    /** The filter in the address; what was refused is left out. */
    static StockFilter filter(Visit visit, int limit) {
        return new StockFilter(
                id(visit, "company"),
                visit.entries().optional("q").orElse(null),
                null,
                visit.language(),
                visit.isReturned() ? null : visit.entries().optional("after").orElse(null),
                limit,
                null,
                id(visit, "shop"),
                isLowOnly(visit));
    }

    static @Nullable UUID id(Visit visit, String name) {
        if (visit.isReturned()) {
            return null;
        }
        UUID found = visit.entries().id(name).orElse(null);
        visit.entries().raise();
        return found;
    }

    static boolean isLowOnly(Visit visit) {
        return visit.query("show").equals("low");
    }

    static boolean isNarrowed(Visit visit) {
        return !(visit.query("q") + visit.query("shop") + visit.query("company")).isEmpty();
    }

    static List<SalesParty> parties(Sales sales, Visit visit) {
        return visit.may("sales.view") ? sales.parties(visit.caller()) : List.of();
    }

    static List<Option> options(List<SalesParty> parties, String kind) {
        return parties.stream()
                .filter(party -> party.kind().equals(kind))
                .map(party -> new Option(party.id().toString(), party.name()))
                .toList();
    }

    static String path(StockLevel level) {
        return "/stock/" + Ids.external("variant", level.variantId());
    }

    /** Another page of the module with the same filter. */
    static String sibling(Visit visit, String path) {
        return path + visit.with("after", "", "ask", "").substring(visit.path().length());
    }
}
