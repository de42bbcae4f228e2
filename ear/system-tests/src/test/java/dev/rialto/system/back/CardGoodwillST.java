package dev.rialto.system.back;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.recharge.CardBuyer;
import dev.rialto.system.recharge.Channel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Goodwill on an order of cards, as an operator gives it in the console. */
class CardGoodwillST {

    @Test
    @Tag("E20")
    @Tag("E34")
    void nobodyGetsAllMoneyBackAndKeepsACodeThatCanBeUsed() throws Exception {
        CardBuyer buyer = new CardBuyer().buy(1, "");
        buyer.waitFor("Code delivered");
        String code = buyer.code();
        String number = buyer.path().replaceFirst(".*/", "");
        Clerk clerk = new Clerk();
        long total = Long.parseLong(Desk.total(number));
        Http.Answer refused = Desk.giveBack(clerk, number, String.valueOf(total), "came late");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.text()).contains("Codes of this order can still be used.");
        clerk.done(Desk.giveBack(clerk, number, "100", "came late"));
        assertThat(Channel.cardpoint().redeem(code, "goodwill.viewer").status()).isEqualTo(303);
        buyer.waitFor("Code used");
        clerk.done(Desk.giveBack(clerk, number, String.valueOf(total - 100), "the film was poor"));
    }
}
