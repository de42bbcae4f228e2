package dev.rialto.web.account;

import dev.rialto.web.port.AccountPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The cards that a gateway keeps for the member: seen, and taken away. */
@ApplicationScoped
class SavedCardFlow implements Flow {
    @Inject
    private AccountPort accounts;

    @Override
    public void addresses(Routes routes) {
        routes.get("/account/cards", this::list).post("/account/cards/remove", this::remove);
    }

    private Answer list(Visit visit) {
        return visit.isSignedIn()
                ? Answer.show(
                        "saved-cards",
                        new SavedCardsPage(
                                accounts.savedCards(visit.visitor()),
                                !visit.text("removed").isEmpty()))
                : Answer.goTo("/account/sign-in?next=saved-cards");
    }

    private Answer remove(Visit visit) {
        if (!visit.isSignedIn()) {
            return Answer.goTo("/account/sign-in?next=saved-cards");
        }
        accounts.dropCard(visit.visitor(), visit.text("card"));
        return Answer.goTo("/account/cards?removed=1");
    }
}
