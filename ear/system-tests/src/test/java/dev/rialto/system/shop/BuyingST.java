package dev.rialto.system.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the first line in the cart to the order's page, without any script. */
class BuyingST {
    private static final String GOODS = "grid-notebook";

    private final Shopper shopper = Shopper.at("mall.localhost");

    @Test
    @Tag("D41")
    @Tag("D42")
    void putsGoodsIntoTheCartAndShowsTheWayBack() {
        assertThat(shopper.add(GOODS, 1).header("Location")).hasValue("/cart?added");
        assertThat(shopper.page("/cart?added")).contains("Added to your cart.", "Continue shopping");
        assertThat(shopper.page("/")).containsPattern("id=\"cart-count\" class=\"count\">1<");
    }

    @Test
    @Tag("D43")
    void changesAQuantityAndRefusesImpossibleOnes() {
        shopper.add(GOODS, 1);
        String line = shopper.lines().get(0);
        assertThat(shopper.change(line, "2").status()).isEqualTo(303);
        for (String wrong : List.of("0", "-1", "abc", "998")) {
            Http.Answer answer = shopper.change(line, wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.text()).contains("line-problem", "value=\"" + wrong + "\"");
        }
        assertThat(shopper.page("/cart")).contains("value=\"2\"");
    }

    @Test
    @Tag("D44")
    void takesALineOutAndOffersToPutItBack() {
        shopper.add(GOODS, 1);
        String line = shopper.lines().get(0);
        Http.Answer removed = shopper.http().post("/cart/remove", Map.of("line", line));
        assertThat(removed.header("Location"))
                .hasValueSatisfying(way -> assertThat(way).contains("undo=variant_"));
        assertThat(shopper.page(removed.header("Location").orElseThrow())).contains("Undo");
        assertThat(shopper.lines()).isEmpty();
    }

    @Test
    void changesNothingInACartOfSomebodyElse() {
        shopper.add(GOODS, 1);
        Shopper other = Shopper.at("mall.localhost");
        other.add(GOODS, 1);
        other.http().post("/cart/remove", Map.of("line", shopper.lines().get(0)));
        assertThat(shopper.lines()).hasSize(1);
    }

    @Test
    @Tag("D38")
    @Tag("D45")
    void asksForTheMemberAndForDetailsAndLosesNothingTyped() {
        shopper.add(GOODS, 1);
        assertThat(shopper.page("/checkout")).contains("Are you a member?", "autocomplete=\"email\"");
        Http.Answer wrong = shopper.http().post("/checkout", Map.of("email", "nowhere", "name", "Kim <b>"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("class=\"errors\"", "href=\"#email\"", "value=\"nowhere\"", "value=\"Kim &lt;b&gt;\"");
        assertThat(shopper.page("/checkout")).contains("value=\"nowhere\"");
    }

    @Test
    @Tag("D45")
    @Tag("D46")
    @Tag("D50")
    @Tag("D53")
    void buysAsAGuestByDeposit() {
        shopper.add(GOODS, 1);
        assertThat(shopper.saveDetails().header("Location")).hasValue("/checkout/confirm");
        assertThat(shopper.page("/checkout/confirm"))
                .contains("Delivery", "Total to pay", "name=\"method\" value=\"card\"", "value=\"deposit\"");
        Http.Answer paid = shopper.pay("deposit");
        assertThat(paid.status()).isEqualTo(303);
        assertThat(shopper.page(paid.header("Location").orElseThrow()))
                .contains("Thank you for your order", "Account number", "Transfer by", "Continue shopping");
        assertThat(shopper.page("/cart")).contains("Your cart is empty");
    }

    @Test
    @Tag("D13")
    @Tag("D47")
    void sendsACardToTheGatewaysOwnPage() {
        shopper.add(GOODS, 1);
        shopper.saveDetails();
        Http.Answer leaving = shopper.pay("card");
        assertThat(leaving.status()).isEqualTo(200);
        assertThat(Shopper.first(Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\""), leaving.text()))
                .startsWith("http")
                .doesNotContain("mall.localhost");
        assertThat(leaving.text()).doesNotContain("cc-number");
    }

    @Test
    @Tag("A26")
    void refusesAnOfferThatIsNotTheOneShown() {
        shopper.add(GOODS, 1);
        shopper.saveDetails();
        shopper.page("/checkout/confirm");
        Http.Answer answer = shopper.http()
                .post("/checkout/confirm", Map.of("fingerprint", "0".repeat(64), "method", "card", "total", "1"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("has changed");
    }

    @Test
    void opensAnOrderForItsOwnerAndTheKeyOnly() {
        shopper.add(GOODS, 1);
        shopper.saveDetails();
        String way = shopper.pay("deposit").header("Location").orElseThrow();
        Shopper stranger = Shopper.at("mall.localhost");
        String path = way.substring(0, way.indexOf('?'));
        assertThat(stranger.http().get(path).status()).isEqualTo(404);
        assertThat(stranger.http().get(path + "?key=wrong").status()).isEqualTo(404);
        assertThat(stranger.http().get(way).status()).isEqualTo(200);
    }

    @Test
    @Tag("D8")
    @Tag("D39")
    @Tag("A27")
    void joinsOnTheWayAndKeepsTheCart() {
        shopper.add(GOODS, 1);
        Http.Answer joined = shopper.http()
                .post(
                        "/account/join",
                        Map.of(
                                "email", "new-" + System.nanoTime() + "@example.test",
                                "password", "a quiet river at dawn",
                                "name", "New Member",
                                "terms", "yes",
                                "next", "checkout"));
        assertThat(joined.header("Location")).hasValue("/checkout");
        assertThat(shopper.page("/checkout")).doesNotContain("Are you a member?");
        assertThat(shopper.lines()).hasSize(1);
        assertThat(shopper.page("/account")).contains("Hello, New Member");
    }
}
