package dev.rialto.web.console.cards;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.recharge.RechargeSearch;
import dev.rialto.recharge.RechargeView;
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

/** Recharges, found by code, account or number in one search; accounts masked (E30, E31). */
@Route(path = "/recharges", view = "recharges", permission = "recharge.view", menu = Section.CARDS, rank = 40)
public class RechargesPage implements ConsolePage {
    private static final int PAGE = 50;

    private final RechargeSearch search;
    private Page<RechargeSearch.Line> list = new Page<>(List.of(), null);

    @Inject
    public RechargesPage(RechargeSearch search) {
        this.search = search;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return csv(visit);
        }
        list = read(visit, visit.entries().optional("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private Page<RechargeSearch.Line> read(Visit visit, @Nullable String after, int limit) {
        Optional<RechargeView.State> state = Arrays.stream(RechargeView.State.values())
                .filter(one -> one.stored().equals(visit.query("state")))
                .findFirst();
        return search.list(
                visit.caller(),
                new RechargeSearch.Filter(
                        state.orElse(null), visit.entries().optional("q").orElse(null), null, after, limit));
    }

    private Outcome csv(Visit visit) {
        CsvFile csv = new CsvFile(
                "request",
                "channel",
                "owner",
                "source",
                "state",
                "reason",
                "sku",
                "last_four",
                "account",
                "number",
                "at");
        csv.addAll(
                after -> read(visit, after, CsvFile.PAGE),
                (RechargeSearch.Line line) -> csv.add(
                        Ids.external("recharge", line.id()),
                        line.channel(),
                        text(line.owner()),
                        line.source(),
                        line.state().stored(),
                        text(line.reason()),
                        text(line.sku()),
                        text(line.lastFour()),
                        line.account(),
                        text(line.providerNumber()),
                        line.createdAt().toString()));
        return new Outcome.Send("recharges.csv", "text/csv; charset=utf-8", csv.bytes());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    public Page<RechargeSearch.Line> recharges() {
        return list;
    }

    public List<String> states() {
        return Arrays.stream(RechargeView.State.values())
                .map(RechargeView.State::stored)
                .toList();
    }

    public String path(RechargeSearch.Line line) {
        return "/recharges/" + Ids.external("recharge", line.id());
    }

    public String tone(RechargeSearch.Line line) {
        return tone(line.state());
    }

    static String tone(RechargeView.State state) {
        return switch (state) {
            case DONE -> "chip-good";
            case CALLING, UNKNOWN -> "chip-warn";
            case REFUSED, FAILED -> "chip-bad";
        };
    }
}
