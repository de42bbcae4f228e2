package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import dev.rialto.system.recharge.CardBuyer;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel's shop on the channel's own server sells cards: as codes, or recharged to an account at once. */
class OwnServerCardsST {
    private static final String CHANNEL = "cards.localhost";

    @TempDir
    private Path folder;

    @Test
    @Tag("A20")
    @Tag("E20")
    @Tag("E38")
    void cardsAreShownAsCodesOrRechargedByThemselves() throws Exception {
        Mall mall = Mall.running();
        try (OwnServer server = OwnServer.start(mall, CHANNEL, mall.port(), folder.resolve("channel"))) {
            CardBuyer buyer = new CardBuyer(server.shopper()).buy(1, "");
            String page = buyer.waitFor("Code delivered");
            String code = buyer.code();
            assertThat(page).doesNotContain(code);
            assertThat(server.shopper().get(buyer.path()).status()).isEqualTo(404);

            CardBuyer direct = new CardBuyer(server.shopper()).buy(1, "own.viewer");
            assertThat(direct.waitFor("state-recharged"))
                    .contains("Number of the provider")
                    .doesNotContain("Show code", "own.viewer");
        }
    }
}
