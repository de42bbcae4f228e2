package dev.rialto.web.console.cards;

import dev.rialto.kernel.Page;
import dev.rialto.recharge.RechargeSearch;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which sold cards were recharged, when, by whom, and which were not (E30). */
@Route(path = "/cards/sold", view = "cards-sold", permission = "recharge.view", menu = Section.CARDS, rank = 50)
public class SoldPage implements ConsolePage {
    private static final int PAGE = 50;

    private final RechargeSearch search;
    private Page<RechargeSearch.Sold> list = new Page<>(List.of(), null);

    @Inject
    public SoldPage(RechargeSearch search) {
        this.search = search;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return csv(visit);
        }
        list = read(visit, visit.entries().id("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private Page<RechargeSearch.Sold> read(Visit visit, @Nullable UUID after, int limit) {
        return search.sold(
                visit.caller(),
                new RechargeSearch.SoldFilter(
                        isRecharged(visit) ? RechargeSearch.Which.RECHARGED : RechargeSearch.Which.NOT_RECHARGED,
                        null,
                        after,
                        limit));
    }

    public boolean isRecharged(Visit visit) {
        return visit.query("recharged").equals("yes");
    }

    private Outcome csv(Visit visit) {
        CsvFile csv = new CsvFile("channel", "sku", "last_four", "sold_at", "recharged_at", "account", "expires_at");
        csv.addAll(
                after -> read(visit, after == null ? null : UUID.fromString(after), CsvFile.PAGE),
                (RechargeSearch.Sold row) -> csv.add(
                        row.channel(),
                        row.sku(),
                        row.lastFour(),
                        row.soldAt() == null ? "" : row.soldAt().toString(),
                        row.rechargedAt() == null ? "" : row.rechargedAt().toString(),
                        row.account() == null ? "" : row.account(),
                        row.expiresAt().toString()));
        return new Outcome.Send("cards-sold.csv", "text/csv; charset=utf-8", csv.bytes());
    }

    public Page<RechargeSearch.Sold> sold() {
        return list;
    }
}
