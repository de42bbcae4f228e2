package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DoorST {
    private final ConsoleClient nobody = new ConsoleClient();

    @Test
    @Tag("D3")
    void leadsEverybodyToTheDoorFirst() {
        for (String path : List.of("/", "/orders", "/goods/new", "/sellers")) {
            Http.Answer answer = nobody.get(path);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location").orElseThrow()).startsWith("/sign-in?next=");
        }
    }

    @Test
    @Tag("D23")
    @Tag("D24")
    @Tag("A1")
    void refusesTheRightPasswordOfAShopperAndShowsTheFormAgain() {
        Http.Answer answer = nobody.signIn("shopper@onmaru.example", "maru-shopper-2026");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text())
                .contains("has no place in the console", "value=\"shopper@onmaru.example\"", "name=\"password\"");
        assertThat(nobody.get("/").status()).isEqualTo(303);
    }

    @Test
    @Tag("D24")
    void answersUnknownAddressesLikeWrongPasswords() {
        String unknown = nobody.signIn("nobody@onmaru.example", "whatever-2026").text();
        assertThat(unknown).contains("E-mail or password is wrong");
    }

    @Test
    @Tag("A1")
    @Tag("D22")
    void opensForASellerWithTheSellersNameInSight() {
        Http.Answer home = ConsoleClient.sellerWithoutShop().get("/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.text()).contains("Studio Moru");
    }

    @Test
    @Tag("D3")
    void endsTheSessionOnSigningOut() {
        ConsoleClient seller = ConsoleClient.sellerWithoutShop();
        assertThat(seller.post("/sign-out", "sign-out").status()).isEqualTo(303);
        assertThat(seller.get("/goods").status()).isEqualTo(303);
    }

    @Test
    @Tag("D16")
    @Tag("D2")
    void doesNotExistOnTheHostsOfShops() {
        for (String path : List.of("/desk/goods", "/upload/goods/x", "/console/pages/goods.xhtml", "/sign-in")) {
            assertThat(Mall.running().at("mall.localhost").get(path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void sendsItsPolicyWithEveryAnswer() {
        for (String path : List.of("/sign-in", "/", "/static/console.css", "/no/such/page")) {
            Http.Answer answer = nobody.get(path);
            assertThat(answer.header("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Referrer-Policy")).isPresent();
        }
    }
}
