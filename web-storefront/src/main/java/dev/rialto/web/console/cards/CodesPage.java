package dev.rialto.web.console.cards;

import dev.rialto.cardcode.CodeBook;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.recharge.CodeState;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes by state and last four symbols; never in clear (E11, E31). */
@Route(path = "/codes", view = "codes", permission = "code.view", menu = Section.CARDS, rank = 30)
public class CodesPage implements ConsolePage {
    private static final int PAGE = 50;

    private final CodeBook codes;
    private Page<CodeBook.View> list = new Page<>(List.of(), null);

    @Inject
    public CodesPage(CodeBook codes) {
        this.codes = codes;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return csv(visit);
        }
        list = read(visit, visit.entries().optional("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private Page<CodeBook.View> read(Visit visit, @Nullable String after, int limit) {
        Optional<CodeState> state = Arrays.stream(CodeState.values())
                .filter(one -> one.stored().equals(visit.query("state")))
                .findFirst();
        return codes.list(
                visit.caller(),
                new CodeBook.Filter(
                        state.orElse(null),
                        visit.entries().optional("q").orElse(null),
                        Ids.parse("batch", visit.query("batch")).orElse(null),
                        null,
                        after,
                        limit));
    }

    private Outcome csv(Visit visit) {
        CsvFile csv =
                new CsvFile("channel", "sku", "number", "last_four", "state", "created_at", "changed_at", "expires_at");
        csv.addAll(
                after -> read(visit, after, CsvFile.PAGE),
                (CodeBook.View code) -> csv.add(
                        code.channel(),
                        code.sku(),
                        code.number() == null ? "" : "" + code.number(),
                        code.lastFour(),
                        code.state().stored(),
                        code.createdAt().toString(),
                        code.changedAt().toString(),
                        code.expiresAt().toString()));
        return new Outcome.Send("codes.csv", "text/csv; charset=utf-8", csv.bytes());
    }

    public Page<CodeBook.View> codes() {
        return list;
    }

    public List<String> states() {
        return Arrays.stream(CodeState.values()).map(CodeState::stored).toList();
    }

    public String path(CodeBook.View code) {
        return "/codes/" + Ids.external("code", code.id());
    }

    public String tone(CodeBook.View code) {
        return tone(code.state());
    }

    static String tone(CodeState state) {
        return switch (state) {
            case CREATED -> "";
            case ASSIGNED, SOLD -> "chip-warn";
            case USED -> "chip-good";
            case VOID, EXPIRED -> "chip-bad";
        };
    }
}
