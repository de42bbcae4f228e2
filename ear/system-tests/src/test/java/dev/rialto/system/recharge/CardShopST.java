package dev.rialto.system.recharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cards bought in a channel's shop through the normal checkout, paid at the sandbox gateway. */
class CardShopST {

    @Test
    @Tag("E20")
    void aPaidCardIsACodeOnTheOrderPageAndInTheMailAndRecharges() throws Exception {
        CardBuyer buyer = new CardBuyer().buy(1, "");
        String page = buyer.waitFor("Code delivered");
        String code = buyer.code();
        assertThat(page).doesNotContain(code).contains("••••• … " + lastFour(code));
        assertThat(buyer.mail()).contains(code).doesNotContain("{{");
        assertThat(readable(code)).isZero();
        Channel cardpoint = Channel.cardpoint();
        assertThat(cardpoint.redeem(code, "shop.viewer").status()).isEqualTo(303);
        assertThat(buyer.waitFor("Code used")).doesNotContain("Show code");
        assertThat(buyer.cancel().status()).isEqualTo(409);
        assertThat(buyer.page(buyer.path())).doesNotContain("state-cancelled");
        assertThat(cardpoint.console.get("/cards/sold?recharged=yes").text()).contains("… " + lastFour(code));
    }

    /** How many rows still hold something that this code could be read from. */
    private static long readable(String code) throws SQLException {
        try (var database = Mall.running().database();
                var row = database.prepareStatement(
                        "select count(*) from mail where text_body like ? or html_body like ?")) {
            row.setString(1, "%" + code + "%");
            row.setString(2, "%" + code + "%");
            var counted = row.executeQuery();
            counted.next();
            return counted.getLong(1);
        }
    }

    private static String lastFour(String code) {
        String plain = code.replace("-", "");
        return plain.substring(plain.length() - 4);
    }

    @Test
    @Tag("E38")
    void anAccountGivenAtCheckoutIsRechargedByItself() throws Exception {
        CardBuyer buyer = new CardBuyer().buy(1, "direct.viewer");
        String page = buyer.waitFor("state-recharged");
        assertThat(page).contains("di••••••er", "Number of the provider").doesNotContain("Show code", "direct.viewer");
        assertThat(buyer.mail()).contains("was recharged").doesNotContain("direct.viewer");
        assertThat(Channel.cardpoint().console.get("/recharges?q=direct.viewer").text())
                .contains("Recharged");
    }

    @Test
    @Tag("E38")
    void whenTheProviderRefusesTheAccountTheCodeIsDeliveredInstead() throws Exception {
        CardBuyer buyer = new CardBuyer().buy(1, "refuse.viewer");
        String page = buyer.waitFor("Code delivered");
        assertThat(page).contains("The account could not be recharged");
        assertThat(Channel.cardpoint().redeem(buyer.code(), "other.viewer").status())
                .isEqualTo(303);
    }

    @Test
    @Tag("E38")
    void anAccountOfAnotherFormIsSaidAtItsField() {
        CardBuyer buyer = new CardBuyer();
        buyer.http.post("/cart/add", Map.of("variant", variant(buyer), "quantity", "1"));
        assertThat(buyer.details("no such account!").status()).isEqualTo(303);
        assertThat(buyer.http.get("/checkout/confirm").status()).isEqualTo(303);
        assertThat(buyer.page("/checkout"))
                .contains("The provider has no accounts that look like this.", "no such account!");
    }

    @Test
    @Tag("E20")
    void aCheckoutOfCardsAloneAsksForACountryButForNoStreet() {
        CardBuyer buyer = new CardBuyer();
        buyer.http.post("/cart/add", Map.of("variant", variant(buyer), "quantity", "1"));
        assertThat(buyer.page("/checkout"))
                .contains("name=\"country\"", "Nothing is sent by post")
                .doesNotContain("name=\"street\"", "name=\"postcode\"", "name=\"city\"");
        assertThat(buyer.details("").header("Location")).hasValue("/checkout/confirm");
        assertThat(buyer.page("/checkout/confirm")).contains("South Korea");
    }

    private static String variant(CardBuyer buyer) {
        try {
            return CardBuyer.first(CardBuyer.VARIANT, buyer.page("/goods/" + CardBuyer.slug()));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("E20")
    @Tag("E34")
    void anOrderThatIsCalledOffTakesItsCodesWithIt() throws Exception {
        CardBuyer buyer = new CardBuyer().buy(2, "");
        buyer.waitFor("Code delivered");
        String code = buyer.code();
        assertThat(buyer.cancel().status()).isEqualTo(303);
        assertThat(buyer.page(buyer.path())).contains("state-revoked").doesNotContain("Show code");
        Channel cardpoint = Channel.cardpoint();
        Http.Answer refused = cardpoint.redeem(code, "late.viewer");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("This code cannot be used here.");
        assertThat(cardpoint.console.get("/recharges?q=late.viewer").text()).contains("Code out of use");
    }

    @Test
    @Tag("E20")
    void strangersSeeNeitherOrderNorCode() throws Exception {
        CardBuyer buyer = new CardBuyer().buy(1, "");
        buyer.waitFor("Code delivered");
        Http stranger = Mall.running().at("cards.localhost");
        assertThat(stranger.get(buyer.path()).status()).isEqualTo(404);
        String show = CardBuyer.first(CardBuyer.SHOW, buyer.page(buyer.path()));
        assertThat(stranger.post(show, Map.of()).status()).isEqualTo(404);
    }
}
