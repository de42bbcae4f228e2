package dev.rialto.web.console.stock;

import dev.rialto.stock.LoggedMovement;
import dev.rialto.stock.Stock;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;

/** The movements that the filter lets through, newest first, as CSV. */
@Route(path = "/stock/movements/csv", view = "stock-movements", permission = "goods.view")
public class MovementsFilePage implements ConsolePage {
    private static final int MOST = 5_000;

    private final Stock stock;

    @Inject
    public MovementsFilePage(Stock stock) {
        this.stock = stock;
    }

    @Override
    public Outcome open(Visit visit) {
        CsvFile file = new CsvFile(
                visit.say("stock.when"),
                visit.say("section.goods"),
                "SKU",
                visit.say("field.kind"),
                visit.say("stock.before"),
                visit.say("field.quantity"),
                visit.say("stock.after"),
                visit.say("shell.reason"),
                visit.say("orders.number"),
                visit.say("stock.who"));
        stock.log(visit.caller(), MovementsView.filter(visit, MOST)).items().forEach(one -> add(file, one, visit));
        return new Outcome.Send("stock-movements.csv", "text/csv; charset=utf-8", file.bytes());
    }

    private static void add(CsvFile file, LoggedMovement one, Visit visit) {
        file.add(
                one.at().toString(),
                (one.title() + " " + one.variantTitle()).strip(),
                Objects.requireNonNullElse(one.sku(), ""),
                visit.say("stock.kind." + one.kind().toUpperCase(Locale.ROOT)),
                String.valueOf(one.before()),
                String.valueOf(one.quantity()),
                String.valueOf(one.after()),
                Objects.requireNonNullElse(one.reason(), ""),
                Objects.requireNonNullElse(one.orderNumber(), ""),
                Objects.requireNonNullElse(one.person(), ""));
    }
}
