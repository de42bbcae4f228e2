package dev.rialto.web.console.cards;

import dev.rialto.cardsale.CardGoods;
import dev.rialto.channel.CardProduct;
import dev.rialto.channel.CardProducts;
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

/** Cards that channels sell in their shops: set aside, taken back, sold, waited for (E20). */
@Route(path = "/cards/shop", view = "cards-shop", permission = "code.view", menu = Section.CARDS, rank = 45)
public class CardShopPage implements ConsolePage {
    private final CardGoods goods;
    private final CardProducts products;
    private List<CardGoods.View> list = List.of();
    private List<CardProduct> cards = List.of();
    private List<CardGoods.Candidate> candidates = List.of();

    @Inject
    public CardShopPage(CardGoods goods, CardProducts products) {
        this.goods = goods;
        this.products = products;
    }

    @Override
    public Outcome open(Visit visit) {
        list = goods.list(visit.caller(), visit.language());
        if (mayOffer(visit)) {
            cards = products.all(visit.caller());
            candidates = goods.candidates(visit.caller(), visit.language());
        }
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        UUID variant = visit.entries().id("variantId").orElse(new UUID(0, 0));
        long quantity = visit.entries().whole("quantity");
        visit.entries().raise();
        switch (action) {
            case "offer" ->
                goods.offer(
                        visit.caller(), variant, visit.entries().id("productId").orElse(new UUID(0, 0)), quantity);
            case "take-back" -> goods.takeBack(visit.caller(), variant, quantity);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go("/cards/shop", "done.card-shop-" + action, String.valueOf(quantity));
    }

    /** Belongs a channel to the reader, whose cards could be offered? */
    public boolean mayOffer(Visit visit) {
        return visit.isSeller() && visit.may("code.edit");
    }

    public List<CardGoods.View> goods() {
        return list;
    }

    public List<Option> products(Visit visit) {
        return cards.stream()
                .filter(CardProduct::active)
                .map(card -> new Option(card.id().toString(), card.name(visit.language()), card.provider()))
                .toList();
    }

    public List<Option> variants() {
        return candidates.stream()
                .map(one -> new Option(one.variantId().toString(), one.title()))
                .toList();
    }

    /** The reader's own that are on offer. */
    public List<Option> offered(Visit visit) {
        return list.stream()
                .filter(one -> one.channelId().equals(visit.caller().tenant()))
                .map(one -> new Option(one.variantId().toString(), one.title(), one.sku()))
                .toList();
    }
}
