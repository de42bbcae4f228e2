package dev.rialto.web.console.shop;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.seller.ApplicationView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Applications for storefronts before the operator (A4). */
@Route(
        path = "/applications",
        view = "shop-applications",
        who = Who.OPERATOR,
        permission = "site.view",
        menu = Section.SHOPS,
        rank = 10)
public class ApplicationsPage implements ConsolePage {
    private static final int PAGE = 50;

    private final StorefrontDesk desk;
    private Page<ApplicationView> applications = new Page<>(List.of(), null);

    @Inject
    public ApplicationsPage(StorefrontDesk desk) {
        this.desk = desk;
    }

    @Override
    public Outcome open(Visit visit) {
        applications = desk.applications(
                visit.caller(),
                new StorefrontDesk.Filter(
                        state(visit.query("state")).orElse(null),
                        visit.entries().id("after").orElse(null),
                        PAGE));
        return Outcome.show();
    }

    public Page<ApplicationView> applications() {
        return applications;
    }

    public List<String> states() {
        return Arrays.stream(ApplicationView.State.values()).map(ShopWords::key).toList();
    }

    public String path(ApplicationView application) {
        return "/applications/" + Ids.external("application", application.id());
    }

    public String state(ApplicationView application) {
        return ShopWords.key(application.state());
    }

    public String tone(ApplicationView application) {
        return ShopWords.tone(application.state());
    }

    private static Optional<ApplicationView.State> state(String text) {
        return Arrays.stream(ApplicationView.State.values())
                .filter(state -> ShopWords.key(state).equals(text))
                .findFirst();
    }
}
