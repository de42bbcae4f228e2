package dev.rialto.web.console.deposit;

import dev.rialto.bankfile.BankFileView;
import dev.rialto.bankfile.BankFiles;
import dev.rialto.bankfile.CsvMapping;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks once which column of a bank's table means what; the answer is remembered for its heads. */
@Route(path = "/deposits/files/{bankfile}", view = "bank-table", who = Who.OPERATOR, permission = "payment.confirm")
public class BankTablePage implements ConsolePage {
    private final BankFiles files;
    private BankFileView.@Nullable Table table;

    @Inject
    public BankTablePage(BankFiles files) {
        this.files = files;
    }

    @Override
    public Outcome open(Visit visit) {
        table = files.table(visit.caller(), visit.id("bankfile"));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("read")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        Entries entries = visit.entries();
        CsvMapping mapping = new CsvMapping(
                entries.text("date"),
                entries.text("datePattern"),
                entries.text("amountColumn"),
                entries.text("decimals").equals("comma"),
                entries.text("payer"),
                entries.text("message"),
                entries.text("currency"));
        BankFileView read = files.name(visit.caller(), visit.id("bankfile"), mapping);
        return Outcome.go("/deposits/entries?file=" + visit.variable("bankfile"), "done.bank-file", read.name());
    }

    @Override
    public String title(Visit visit) {
        return table == null ? visit.say("page.bank-table") : table.name();
    }

    public BankFileView.@Nullable Table table() {
        return table;
    }

    public List<Option> columns() {
        return table == null
                ? List.of()
                : table.columns().stream().map(name -> new Option(name, name)).toList();
    }

    public List<Option> patterns() {
        return CsvMapping.PATTERNS.stream()
                .map(pattern -> new Option(pattern, pattern))
                .toList();
    }

    public List<Option> decimals() {
        return List.of(new Option("point", "1,234.56"), new Option("comma", "1.234,56"));
    }

    public List<Option> currencies(Visit visit) {
        return visit.house().currencies().stream()
                .map(code -> new Option(code, code))
                .toList();
    }

    /** The column whose head looks like it, in the languages of banks; empty when none does. */
    public String guess(String what) {
        List<Option> columns = columns();
        List<String> words =
                switch (what) {
                    case "date" -> List.of("date", "buchung", "거래일", "일자", "日付", "取引日", "日期", "datum");
                    case "amount" -> List.of("credit", "입금", "入金", "收入", "amount", "betrag", "금액", "金額", "金额");
                    case "payer" -> List.of("payer", "name", "보낸", "의뢰인", "振込", "付款", "auftraggeber");
                    default -> List.of("message", "text", "내용", "적요", "摘要", "memo", "verwendung", "reference");
                };
        return words.stream()
                .flatMap(word -> columns.stream().map(Option::value).filter(column -> column.toLowerCase(Locale.ROOT)
                        .contains(word)))
                .findFirst()
                .orElse("");
    }
}
