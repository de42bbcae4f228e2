package dev.rialto.system.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rialto.system.Barriers;
import dev.rialto.system.Chromium;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that lead to an order, and the order's own: no serious barrier, no sideways scrolling. */
class BarriersST {
    static String slug = "";

    @BeforeAll
    static void goods() throws Exception {
        slug = Shopper.goodsAt(Shopper.STOREFRONT).get(0);
    }

    private static void look(Shopper shopper, String where) {
        assertThat(Barriers.serious(shopper.page)).as(where).isEmpty();
        assertThat(shopper.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(where + " fits")
                .isEqualTo(true);
    }

    @Test
    void areSeenWhereTheyStand() {
        Page page = Chromium.page(390);
        page.setContent("<html lang='en'><title>One</title><main><h1>One</h1><img src='data:,'></main></html>");
        assertThat(Barriers.critical(page)).singleElement().asString().startsWith("image-alt");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void standNowhereBetweenCartAndOrder(int width) {
        Shopper shopper = Shopper.at(Shopper.STOREFRONT, width).put(slug).go("/cart");
        look(shopper, "cart");
        shopper.checkout().next();
        look(shopper, "checkout with errors");
        shopper.type("kim-" + UUID.randomUUID() + "@example.test").next();
        look(shopper, "confirm");
        shopper.payByDeposit().orderNumber();
        look(shopper, "order");
    }

    @Test
    void standNotInTheAccount() {
        Shopper member = Shopper.at(Shopper.STOREFRONT).put(slug).checkout();
        member.join("kim-" + UUID.randomUUID() + "@example.test");
        look(member, "checkout of a member");
        look(member.go("/account"), "account");
        look(member.go("/orders"), "orders");
    }
}
