package dev.rialto.web.console.cards;

import dev.rialto.channel.CardProduct;
import dev.rialto.channel.CardProducts;
import dev.rialto.channel.CardProvider;
import dev.rialto.channel.CardProviders;
import dev.rialto.recharge.Recharges;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The providers and their card products: another one is typed in here, with a description of how it is talked to (E15). */
@Route(
        path = "/providers",
        view = "providers",
        who = Who.OPERATOR,
        permission = "provider.edit",
        menu = Section.CARDS,
        rank = 70)
public class ProvidersPage implements ConsolePage {
    private final CardProviders providers;
    private final CardProducts products;
    private final Recharges recharges;
    private List<CardProvider> list = List.of();
    private List<CardProduct> cards = List.of();
    private List<String> adapters = List.of();

    @Inject
    public ProvidersPage(CardProviders providers, CardProducts products, Recharges recharges) {
        this.providers = providers;
        this.products = products;
        this.recharges = recharges;
    }

    @Override
    public Outcome open(Visit visit) {
        list = providers.all(visit.caller());
        cards = products.all(visit.caller());
        adapters = recharges.adapters(visit.caller());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        switch (action) {
            case "save" -> save(visit);
            case "product" -> product(visit);
            case "off", "on" ->
                products.switchTo(
                        visit.caller(),
                        visit.entries().id("productId").orElse(new UUID(0, 0)),
                        action.equals("on") ? CardProvider.State.ACTIVE : CardProvider.State.OFF);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go("/providers", "done.provider-" + action);
    }

    private void save(Visit visit) {
        providers.save(
                visit.caller(),
                new CardProviders.Save(
                        visit.entries().text("name"),
                        visit.entries().text("label"),
                        visit.entries().text("adapter"),
                        visit.entries().text("url"),
                        visit.entries().optional("description").orElse("{}"),
                        visit.entries().secret("key"),
                        visit.entries().secret("secret")));
    }

    private void product(Visit visit) {
        long days = visit.entries().whole("validityDays");
        UUID provider = visit.entries().id("providerId").orElse(new UUID(0, 0));
        visit.entries().raise();
        products.add(
                visit.caller(),
                new CardProducts.NewProduct(
                        provider,
                        visit.entries().text("sku"),
                        visit.entries().texts("names"),
                        visit.entries().text("accountForm"),
                        visit.entries().text("accountExample"),
                        (int) Math.min(days, Integer.MAX_VALUE)));
    }

    public List<CardProvider> providers() {
        return list;
    }

    public List<CardProduct> products() {
        return cards;
    }

    public List<Option> providerOptions() {
        return list.stream()
                .map(one -> new Option(one.id().toString(), one.label()))
                .toList();
    }

    public List<Option> adapters() {
        return adapters.stream().map(name -> new Option(name, name)).toList();
    }
}
