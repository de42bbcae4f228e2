package dev.rialto.web.console.seller;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.seller.SellerRegistry;
import dev.rialto.seller.SellerState;
import dev.rialto.seller.SellerSummary;
import dev.rialto.web.console.Listing;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The sellers by state, applications first among them when one asks for these. */
@Route(
        path = "/sellers",
        view = "sellers",
        who = Who.OPERATOR,
        permission = "seller.view",
        menu = Section.SELLERS,
        rank = 10)
public class SellersPage implements Listing {
    private static final int PAGE = 50;

    private final SellerRegistry registry;
    private Page<SellerSummary> sellers = new Page<>(List.of(), null);

    @Inject
    public SellersPage(SellerRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<Column> columns(Visit visit) {
        return Listing.columns(visit, "field.email", "section.shops", "sellers.applied", "field.state");
    }

    @Override
    public Outcome open(Visit visit) {
        sellers = registry.list(
                visit.caller(),
                new SellerRegistry.Filter(
                        SellerWords.state(visit.query("state")).orElse(null),
                        visit.entries().optional("q").orElse(null),
                        visit.entries().id("after").orElse(null),
                        PAGE));
        return Outcome.show();
    }

    public Page<SellerSummary> sellers() {
        return sellers;
    }

    /** The states to choose from, as they stand in the address. */
    public List<String> states() {
        return Arrays.stream(SellerState.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    public String path(SellerSummary seller) {
        return "/sellers/" + Ids.external("seller", seller.id());
    }

    public String state(SellerState state) {
        return SellerWords.key(state);
    }

    public String tone(SellerState state) {
        return SellerWords.tone(state);
    }
}
