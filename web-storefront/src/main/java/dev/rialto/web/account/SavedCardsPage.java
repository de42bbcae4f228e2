package dev.rialto.web.account;

import dev.rialto.web.port.SavedCard;
import java.util.List;

/**
 * The cards a gateway keeps for the member.
 *
 * @param removed was one just taken away?
 */
public record SavedCardsPage(List<SavedCard> cards, boolean removed) {
    public SavedCardsPage {
        cards = List.copyOf(cards);
    }
}
