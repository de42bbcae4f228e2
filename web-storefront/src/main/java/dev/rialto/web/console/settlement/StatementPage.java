package dev.rialto.web.console.settlement;

import dev.rialto.document.Paper;
import dev.rialto.document.StatementPapers;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.settlement.RuleFee;
import dev.rialto.settlement.RuleSum;
import dev.rialto.settlement.StatementLine;
import dev.rialto.settlement.StatementView;
import dev.rialto.settlement.Statements;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One statement: its balance, what the mall kept by rule, every line; as CSV and as PDF. */
@Route(path = "/settlement/statements/{statement}", view = "statement", permission = "settlement.view")
public class StatementPage implements ConsolePage {
    private static final List<String> COLUMNS = List.of(
            "number",
            "at",
            "kind",
            "reference",
            "original",
            "currency",
            "goods",
            "delivery",
            "tax",
            "commission",
            "commission_tax",
            "handling",
            "amount",
            "rules",
            "rates",
            "bases",
            "fees");
    private static final int PAGE = 100;
    private static final int MOST = 100_000;

    private final Statements statements;
    private final StatementPapers papers;
    private @Nullable StatementView view;
    private List<RuleSum> rules = List.of();
    private Page<StatementLine> lines = new Page<>(List.of(), null);

    @Inject
    public StatementPage(Statements statements, StatementPapers papers) {
        this.statements = statements;
        this.papers = papers;
    }

    @Override
    public Outcome open(Visit visit) {
        UUID id = visit.id("statement");
        view = statements.view(visit.caller(), id);
        if (visit.query("as").equals("csv")) {
            return new Outcome.Send(
                    statement().number() + ".csv",
                    "text/csv; charset=utf-8",
                    csv(statements.lines(visit.caller(), id, 0, MOST)));
        }
        if (visit.query("as").equals("pdf")) {
            Paper paper = papers.write(visit.caller(), id, visit.language());
            return new Outcome.Send(paper.fileName(), Paper.MEDIA_TYPE, paper.content());
        }
        rules = statements.rules(visit.caller(), id);
        int after = visit.query("after").matches("[0-9]{1,6}") ? Integer.parseInt(visit.query("after")) : 0;
        List<StatementLine> found = statements.lines(visit.caller(), id, after, PAGE + 1);
        lines = Page.of(found, PAGE, Function.identity(), line -> String.valueOf(line.number()));
        return Outcome.show();
    }

    @Override
    public String title(Visit visit) {
        return view == null ? visit.say("page.statement") : view.number();
    }

    private byte[] csv(List<StatementLine> all) {
        CsvFile file = new CsvFile(COLUMNS.toArray(String[]::new));
        file.add(balance(0, "opening", statement().opening()));
        all.forEach(line -> add(file, line));
        file.add(balance(all.size() + 1, "closing", statement().closing()));
        return file.bytes();
    }

    /** A line that has nothing but a balance. */
    private String[] balance(int number, String kind, long amount) {
        Map<String, String> told = Map.of(
                "number", String.valueOf(number),
                "kind", kind,
                "currency", statement().currency(),
                "amount", plain(amount));
        return COLUMNS.stream().map(column -> told.getOrDefault(column, "")).toArray(String[]::new);
    }

    private void add(CsvFile file, StatementLine line) {
        file.add(
                String.valueOf(line.number()),
                line.at().toString(),
                line.kind(),
                line.reference(),
                Objects.requireNonNullElse(line.original(), ""),
                statement().currency(),
                plain(line.goods()),
                plain(line.delivery()),
                plain(line.tax()),
                plain(line.commission()),
                plain(line.feeTax()),
                plain(line.handling()),
                plain(line.amount()),
                all(line, RuleFee::name),
                all(line, fee -> String.valueOf(fee.rateBp())),
                all(line, fee -> plain(fee.basis())),
                all(line, fee -> plain(fee.fee())));
    }

    private static String all(StatementLine line, Function<RuleFee, String> part) {
        return line.fees().stream().map(part).collect(Collectors.joining("; "));
    }

    private String plain(long minor) {
        return new Money(minor, statement().currency()).toDecimal().toPlainString();
    }

    public StatementView statement() {
        return Objects.requireNonNull(view);
    }

    public List<RuleSum> rules() {
        return rules;
    }

    public Page<StatementLine> lines() {
        return lines;
    }

    /** A sum of the statement in the reader's form. */
    public String money(long minor, Visit visit) {
        return visit.show().money(minor, statement().currency());
    }

    /** Rule, rate and basis behind what was kept of a line. */
    public String why(StatementLine line, Visit visit) {
        return line.fees().stream()
                .map(fee -> visit.say(
                        "statement.why",
                        fee.name().isEmpty() ? visit.say("commission.own-rate") : fee.name(),
                        visit.show().percent(fee.rateBp()),
                        money(fee.basis(), visit)))
                .collect(Collectors.joining("; "));
    }

    public String rule(RuleSum rule, Visit visit) {
        return rule.name().isEmpty() ? visit.say("commission.own-rate") : rule.name();
    }
}
