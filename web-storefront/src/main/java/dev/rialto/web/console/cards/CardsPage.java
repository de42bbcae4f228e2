package dev.rialto.web.console.cards;

import dev.rialto.channel.CardLevel;
import dev.rialto.channel.CardProduct;
import dev.rialto.channel.CardProducts;
import dev.rialto.channel.CardStock;
import dev.rialto.channel.CardTrade;
import dev.rialto.channel.ChannelView;
import dev.rialto.channel.Channels;
import dev.rialto.kernel.Money;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Card stock by channel and product; where cards are bought, priced, and taken out (E13, E16, E18). */
@Route(path = "/cards", view = "cards", permission = "channel.view", menu = Section.CARDS, rank = 10)
public class CardsPage implements ConsolePage {
    private final CardStock stock;
    private final CardProducts products;
    private final Channels channels;
    private List<CardLevel> levels = List.of();
    private List<CardProduct> cards = List.of();
    private List<ChannelView> tree = List.of();
    private List<CardStock.Price> above = List.of();

    @Inject
    public CardsPage(CardStock stock, CardProducts products, Channels channels) {
        this.stock = stock;
        this.products = products;
        this.channels = channels;
    }

    @Override
    public Outcome open(Visit visit) {
        levels = stock.levels(visit.caller());
        if (visit.query("as").equals("csv")) {
            return csv(visit);
        }
        cards = products.all(visit.caller());
        tree = channels.tree(visit.caller());
        above = visit.isSeller() ? stock.pricesAbove(visit.caller()) : List.of();
        return Outcome.show();
    }

    private Outcome csv(Visit visit) {
        CsvFile csv = new CsvFile(
                "channel", "sku", "bought", "passed_on", "withdrawn", "listed", "coded", "used", "free", "remaining");
        levels.forEach(level -> csv.add(
                level.channel(),
                level.sku(),
                "" + level.bought(),
                "" + level.passedOn(),
                "" + level.withdrawn(),
                "" + level.listed(),
                "" + level.coded(),
                "" + level.used(),
                "" + level.free(),
                "" + level.remaining()));
        return new Outcome.Send("cards.csv", "text/csv; charset=utf-8", csv.bytes());
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (action.equals("price")) {
            UUID product = visit.entries().id("productId").orElse(new UUID(0, 0));
            Money unit = unit(visit);
            visit.entries().raise();
            stock.setPrice(
                    visit.caller(), visit.entries().id("channelId").orElse(null), new CardStock.Price(product, unit));
            return Outcome.go("/cards", "done.card-price");
        }
        CardTrade trade = trade(visit);
        switch (action) {
            case "purchase" -> stock.purchase(visit.caller(), trade);
            case "buy" -> stock.buyFromAbove(visit.caller(), trade);
            case "withdraw" -> stock.withdraw(visit.caller(), trade);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go("/cards", "done.card-" + action, String.valueOf(trade.quantity()));
    }

    private CardTrade trade(Visit visit) {
        UUID product = visit.entries().id("productId").orElse(new UUID(0, 0));
        long quantity = visit.entries().whole("quantity");
        Money unit = unit(visit);
        visit.entries().raise();
        return new CardTrade(
                visit.entries().id("channelId").orElse(null),
                product,
                quantity,
                unit,
                visit.entries().text("reference"));
    }

    private static Money unit(Visit visit) {
        String currency = visit.entries()
                .optional("currency")
                .orElse(visit.house().currencies().get(0));
        return new Money(visit.entries().minor("unit", currency).orElse(0L), currency);
    }

    public List<CardLevel> levels() {
        return levels;
    }

    /** What the channel above asks, for those that have one. */
    public List<CardStock.Price> above() {
        return above;
    }

    /** Buys the reader's channel from the provider? */
    public boolean isAtTheTop(Visit visit) {
        return visit.isSeller()
                && tree.stream().anyMatch(one -> one.id().equals(visit.caller().tenant()) && one.parentId() == null);
    }

    public String name(CardLevel level, Visit visit) {
        return cards.stream()
                .filter(card -> card.id().equals(level.productId()))
                .map(card -> card.name(visit.language()))
                .findFirst()
                .orElse(level.sku());
    }

    public String name(CardStock.Price price, Visit visit) {
        return cards.stream()
                .filter(card -> card.id().equals(price.productId()))
                .map(card -> card.name(visit.language()))
                .findFirst()
                .orElse("");
    }

    public String amount(CardStock.Price price) {
        return price.unit().toDecimal().toPlainString();
    }

    public List<Option> products(Visit visit) {
        return cards.stream()
                .filter(CardProduct::active)
                .map(card -> new Option(card.id().toString(), card.name(visit.language()), card.provider()))
                .toList();
    }

    /** Channels to choose from, for the mall. */
    public List<Option> channels() {
        return tree.stream()
                .map(one ->
                        new Option(one.id().toString(), one.name(), Objects.requireNonNullElse(one.parentName(), "")))
                .toList();
    }
}
