package dev.rialto.web.console.stock;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.stock.NewSheet;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockChange;
import dev.rialto.stock.StockLevel;
import dev.rialto.stock.StockSheets;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Counting or receiving the goods of a list: figures are typed beside what the books have, and looked at before booking. */
@Route(path = "/stock/taking", view = "stock-taking", permission = "stock.edit")
public class TakingPage implements ConsolePage {
    private static final int PAGE = 100;

    private final Stock stock;
    private final StockSheets sheets;
    private Page<StockLevel> levels = new Page<>(List.of(), null);

    @Inject
    public TakingPage(Stock stock, StockSheets sheets) {
        this.stock = stock;
        this.sheets = sheets;
    }

    @Override
    public Outcome open(Visit visit) {
        levels = stock.levels(visit.caller(), StockView.filter(visit, PAGE));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        List<NewSheet.Line> lines = new ArrayList<>();
        for (String variant : visit.entries().lines("entered")) {
            visit.entries()
                    .wholeOrNone("entered." + variant)
                    .ifPresent(entered -> lines.add(new NewSheet.Line(
                            id(variant), entered, visit.entries().whole("seen." + variant))));
        }
        visit.entries().check(!lines.isEmpty(), "entered", "no_figures").raise();
        UUID sheet = sheets.write(
                visit.caller(),
                new NewSheet(kind(visit), visit.entries().optional("reason").orElse(null), lines));
        return Outcome.go("/stock/sheets/" + Ids.external("sheet", sheet));
    }

    private static UUID id(String variant) {
        try {
            return UUID.fromString(variant);
        } catch (IllegalArgumentException e) {
            throw ConsoleError.UNREADABLE_ENTRY.because("entered", "unknown");
        }
    }

    static StockChange.Kind kind(Visit visit) {
        return visit.query("kind").equals("RECEIPT") ? StockChange.Kind.RECEIPT : StockChange.Kind.COUNT;
    }

    static List<Option> kinds(Visit visit) {
        return List.of(
                new Option("COUNT", visit.say("stock.kind.COUNT")),
                new Option("RECEIPT", visit.say("stock.kind.RECEIPT")));
    }

    public List<Option> kindOptions(Visit visit) {
        return kinds(visit);
    }

    public Page<StockLevel> levels() {
        return levels;
    }
}
