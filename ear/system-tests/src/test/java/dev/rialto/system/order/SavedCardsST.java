package dev.rialto.system.order;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A member lets the payment page keep a card, pays with it again, and takes it away. */
@Tag("D13")
class SavedCardsST {
    static List<String> goods;

    @BeforeAll
    static void open() throws Exception {
        Mall.running();
        goods = Shopper.goodsOfSellers();
    }

    private static void waitForCard(Shopper shopper) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (shopper.go("/account/cards").page.locator("main li").count() == 0) {
            assertThat(System.nanoTime()).as("the card shows within a minute").isLessThan(end);
            Thread.sleep(500);
        }
    }

    @Test
    @Tag("D47")
    @Tag("D48")
    void aCardThatWasTickedPaysTheNextOrderWithOnePressAndIsGoneOnceRemoved() throws Exception {
        String email = "saved-" + UUID.randomUUID().toString().substring(0, 8) + "@example.test";
        Shopper shopper = Shopper.at("mall.localhost", 390).put(goods.get(0)).checkout();
        shopper.join(email).type(email).next();
        assertThat(shopper.page.locator(".pay-choice")).containsText("saved cards");
        shopper.pay().page.waitForSelector("#number");
        assertThat(shopper.page.locator("input[name=keep]")).not().isChecked();
        shopper.page.check("input[name=keep]");
        shopper.card(Shopper.GOOD_CARD).orderNumber();
        waitForCard(shopper);
        assertThat(shopper.page.locator("main")).containsText("Visa •••• 4242");
        assertThat(shopper.page.locator("main")).containsText("12/34");

        shopper.put(goods.get(0)).confirm(email).pay();
        shopper.page
                .locator("button.main", new com.microsoft.playwright.Page.LocatorOptions().setHasText("4242"))
                .click();
        String second = shopper.orderNumber();
        assertThat(Rows.texts("select state from purchase where number = ?", second))
                .containsExactly("paid");

        shopper.go("/account/cards").page.locator("main li summary").click();
        assertThat(shopper.page.locator("main li")).containsText("Remove Visa •••• 4242?");
        shopper.page.locator("main li form button").click();
        assertThat(shopper.page.locator("p.notice")).containsText("removed");
        assertThat(shopper.page.locator("main li")).hasCount(0);
        shopper.put(goods.get(0)).confirm(email).pay().page.waitForSelector("#number");
        assertThat(shopper.page.locator("input[name=kept]")).hasCount(0);
    }

    @Test
    void aGuestIsNotAskedToHaveTheCardKept() throws Exception {
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(1));
        shopper.confirm("guest-" + UUID.randomUUID() + "@example.test").pay();
        shopper.page.waitForSelector("#number");
        assertThat(shopper.page.locator("input[name=keep]")).hasCount(0);
        shopper.go("/account/cards");
        assertThat(shopper.page.locator("input[name=password]")).isVisible();
    }
}
