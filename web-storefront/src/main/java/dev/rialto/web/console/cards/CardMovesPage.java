package dev.rialto.web.console.cards;

import dev.rialto.channel.CardMovement;
import dev.rialto.channel.CardStock;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happened to cards, at what price: a channel's statement, as a list and as CSV. */
@Route(path = "/cards/movements", view = "card-moves", permission = "channel.view", menu = Section.CARDS, rank = 15)
public class CardMovesPage implements ConsolePage {
    private static final int PAGE = 50;
    private static final Map<String, String> FOLDERS =
            Map.of("batch", "/code-batches/", "order", "/orders/", "recharge", "/recharges/");

    private final CardStock stock;
    private Page<CardMovement> moves = new Page<>(List.of(), null);

    @Inject
    public CardMovesPage(CardStock stock) {
        this.stock = stock;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return csv(visit);
        }
        moves = stock.movements(
                visit.caller(), null, visit.entries().optional("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private Outcome csv(Visit visit) {
        CsvFile csv =
                new CsvFile("at", "channel", "sku", "kind", "quantity", "unit_minor", "currency", "other", "reference");
        csv.addAll(
                after -> stock.movements(visit.caller(), null, after, CsvFile.PAGE),
                (CardMovement move) -> csv.add(
                        move.at().toString(),
                        move.channel(),
                        move.sku(),
                        move.kind(),
                        "" + move.quantity(),
                        move.unitMinor() == null ? "" : "" + move.unitMinor(),
                        move.currency() == null ? "" : move.currency(),
                        move.other() == null ? "" : move.other(),
                        move.reference() == null ? "" : move.reference()));
        return new Outcome.Send("card-movements.csv", "text/csv; charset=utf-8", csv.bytes());
    }

    /** Where that stands which moved them; empty for a reason in words and for what the reader may not see. */
    public String path(CardMovement move) {
        String about = move.about();
        return about == null || move.reference() == null || !FOLDERS.containsKey(about)
                ? ""
                : FOLDERS.get(about) + Ids.external(about, UUID.fromString(move.reference()));
    }

    public Page<CardMovement> moves() {
        return moves;
    }
}
