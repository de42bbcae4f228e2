package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MenuST {

    @Test
    @Tag("D4")
    void everyPageOfTheOperatorsMenuOpens() {
        ConsoleClient operator = ConsoleClient.operator();
        List<String> pages = List.of("/orders", "/deposits", "/goods", "/stock", "/applications", "/shops", "/members");
        Http.Answer home = operator.get("/");
        for (String page : pages) {
            assertThat(home.text()).contains("href=\"" + page + "\"");
            assertThat(operator.get(page).status()).as(page).isEqualTo(200);
        }
    }

    @Test
    @Tag("A1")
    void hidesAndRefusesWhatASellerMayNot() {
        ConsoleClient seller = ConsoleClient.sellerWithoutShop();
        Http.Answer home = seller.get("/");
        for (String page : List.of("/sellers", "/applications", "/deposits", "/categories")) {
            assertThat(home.text()).doesNotContain("href=\"" + page + "\"");
            assertThat(seller.get(page).status()).as(page).isEqualTo(403);
        }
    }

    @Test
    @Tag("D78")
    void narrowsOrdersByTheStateInTheAddress() {
        ConsoleClient operator = ConsoleClient.operator();
        assertThat(operator.get("/orders?state=to_ship").text()).contains("aria-current=\"page\">To ship");
    }
}
