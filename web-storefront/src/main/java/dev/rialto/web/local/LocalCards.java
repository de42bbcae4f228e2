package dev.rialto.web.local;

import dev.rialto.cardsale.BoughtCards;
import dev.rialto.platform.Settings;
import dev.rialto.web.port.CardsPort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** The cards of orders of this process. */
@ApplicationScoped
class LocalCards implements CardsPort {
    private static final String CARD = "card";
    private static final Set<String> OVER = Set.of("used", "void", "expired");

    @Inject
    private BoughtCards cards;

    @Inject
    private Settings settings;

    @Override
    public List<Card> of(Visitor visitor, String number) {
        return cards.of(Wire.caller(visitor), number).stream().map(this::card).toList();
    }

    @Override
    public String show(Visitor visitor, String number, String card) {
        return cards.show(Wire.caller(visitor), number, Wire.id(CARD, card));
    }

    private Card card(BoughtCards.View view) {
        String codeState = view.codeState() == null ? "" : view.codeState();
        boolean isOver = view.state().equals("delivered") && OVER.contains(codeState);
        return new Card(
                Wire.text(CARD, view.id()),
                isOver ? codeState : view.state(),
                view.texts(),
                view.lastFour(),
                view.readable(),
                view.expiresAt(),
                view.fallback() != null,
                view.account(),
                view.providerNumber(),
                view.host() == null ? null : settings.address(view.host(), "/recharge"));
    }
}
