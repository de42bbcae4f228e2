package dev.rialto.system.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;
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
        List<Rule> found = new AxeBuilder(shopper.page).analyze().getViolations();
        assertThat(found.stream().filter(BarriersST::isSerious).map(rule -> rule.getId() + ": " + rule.getNodes()))
                .as(where)
                .isEmpty();
        assertThat(shopper.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(where + " fits")
                .isEqualTo(true);
    }

    private static boolean isSerious(Rule rule) {
        return List.of("serious", "critical").contains(rule.getImpact());
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
