package dev.rialto.web.console.cards;

import dev.rialto.cardcode.BatchView;
import dev.rialto.cardcode.CodeBatches;
import dev.rialto.channel.CardProduct;
import dev.rialto.channel.CardProducts;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Batches of codes: the latest, and the forms that ask for a new one or take handed-over codes (E11, E17, E19). */
@Route(path = "/code-batches", view = "code-batches", permission = "code.view", menu = Section.CARDS, rank = 20)
public class BatchesPage implements ConsolePage {
    private static final int PAGE = 50;

    private final CodeBatches batches;
    private final CardProducts products;
    private Page<BatchView> list = new Page<>(List.of(), null);
    private List<CardProduct> cards = List.of();

    @Inject
    public BatchesPage(CodeBatches batches, CardProducts products) {
        this.batches = batches;
        this.products = products;
    }

    @Override
    public Outcome open(Visit visit) {
        list = batches.list(visit.caller(), visit.entries().optional("after").orElse(null), PAGE);
        cards = products.all(visit.caller());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        UUID product = visit.entries().id("productId").orElse(new UUID(0, 0));
        if (action.equals("ask")) {
            long quantity = visit.entries().whole("quantity");
            visit.entries()
                    .check(quantity <= Integer.MAX_VALUE, "quantity", "range", 1, Integer.MAX_VALUE)
                    .raise();
            return to(batches.ask(
                    visit.caller(), product, (int) quantity, visit.entries().text("note")));
        }
        if (action.equals("hand-over")) {
            visit.entries().raise();
            return to(batches.handOver(visit.caller(), product, visit.entries().text("codes")));
        }
        throw ConsoleError.UNKNOWN_ACTION.now();
    }

    private static Outcome to(UUID batch) {
        return Outcome.go("/code-batches/" + Ids.external("batch", batch), "done.batch-asked");
    }

    public Page<BatchView> batches() {
        return list;
    }

    public String path(BatchView batch) {
        return "/code-batches/" + Ids.external("batch", batch.id());
    }

    public String tone(BatchView batch) {
        return BatchPage.tone(batch.state());
    }

    public List<Option> products(Visit visit) {
        return cards.stream()
                .filter(CardProduct::active)
                .map(card -> new Option(card.id().toString(), card.name(visit.language()), card.provider()))
                .toList();
    }
}
