package dev.rialto.web.console.stock;

import dev.rialto.kernel.Ids;
import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesParty;
import dev.rialto.stock.NewSheet;
import dev.rialto.stock.StockSheets;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** Counts or receipts from a CSV file; every wrong line is named, and what is right is looked at before booking. */
@Route(path = "/stock/import", view = "stock-import", permission = "stock.edit")
public class StockImportPage implements ConsolePage {
    private static final int LARGEST = (2 << 20) + 1;

    private final StockSheets sheets;
    private final Sales sales;
    private List<SalesParty> parties = List.of();

    @Inject
    public StockImportPage(StockSheets sheets, Sales sales) {
        this.sheets = sheets;
        this.sales = sales;
    }

    @Override
    public Outcome open(Visit visit) {
        parties = visit.isOperator() ? StockView.parties(sales, visit) : List.of();
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        byte[] file = visit.entries()
                .file("file")
                .map(StockImportPage::read)
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("file", "required"));
        UUID sheet = sheets.writeFile(
                visit.caller(),
                new NewSheet(
                        TakingPage.kind(visit),
                        visit.entries().optional("reason").orElse(null),
                        List.of()),
                company(visit),
                file);
        return Outcome.go("/stock/sheets/" + Ids.external("sheet", sheet));
    }

    private static UUID company(Visit visit) {
        if (!visit.isOperator()) {
            return visit.caller().requireTenant();
        }
        visit.entries()
                .check(!visit.query("company").isEmpty(), "company", "required")
                .raise();
        UUID company = visit.entries().id("company").orElse(null);
        visit.entries().raise();
        return java.util.Objects.requireNonNull(company);
    }

    private static byte[] read(Part part) {
        try (InputStream stream = part.getInputStream()) {
            return stream.readNBytes(LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Option> companies() {
        return StockView.options(parties, "seller");
    }

    public List<Option> kindOptions(Visit visit) {
        return TakingPage.kinds(visit);
    }
}
