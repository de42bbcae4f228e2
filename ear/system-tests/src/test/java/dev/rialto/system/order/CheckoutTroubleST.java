package dev.rialto.system.order;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bad input and trouble on the way to the order: a clear answer, no change, nothing lost. */
class CheckoutTroubleST {
    private static final Pattern LEFT_THE_FORM = Pattern.compile(".*/(cart|checkout/confirm)(\\?.*)?$");
    static List<String> goods;

    @BeforeAll
    static void open() throws Exception {
        Mall.running();
        goods = Shopper.goodsOfSellers();
    }

    @Test
    @Tag("D43")
    void nonsenseQuantitiesAreRefusedAndTheCartStays() {
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(0)).go("/cart");
        for (String quantity : List.of("0", "-3", "998")) {
            shopper.page.locator("li.line input[type=number]").first().fill(quantity);
            shopper.page.evaluate("document.getElementById('cart-form').noValidate = true");
            shopper.page
                    .locator("#cart-form button[type=submit]:not([formaction]):not([name=then]):not([form])")
                    .click();
            assertThat(shopper.page.locator(".line-problem")).isVisible();
            shopper.go("/cart");
            assertThat(shopper.page.locator("li.line input[type=number]").first())
                    .hasValue("1");
        }
    }

    @Test
    @Tag("D45")
    void nothingTypedIsLostWhenSomethingIsWrong() {
        Shopper shopper =
                Shopper.at("mall.localhost").put(goods.get(0)).checkout().type("not an address");
        shopper.page.fill("input[name=postcode]", "1");
        shopper.next();
        assertThat(shopper.page.locator(".errors").first()).isVisible();
        assertThat(shopper.page.locator("input[name=email]")).hasValue("not an address");
        assertThat(shopper.page.locator("input[name=street]")).hasValue("Sejong-daero 110");
        shopper.checkout();
        assertThat(shopper.page.locator("input[name=name]")).hasValue("Kim Minji");
    }

    @Test
    @Tag("A26")
    void aFingerprintChangedInTheFormChargesNothing() throws Exception {
        String email = email();
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(0)).confirm(email);
        shopper.page.evaluate("document.querySelector('input[name=fingerprint]').value = '0000'");
        shopper.pay();
        assertThat(shopper.page.url()).contains("/checkout/confirm");
        assertThat(Rows.number("""
                select count(*) from payment p join checkout k on k.id = p.checkout_id where k.draft ->> 'email' = ?
                """, email)).isZero();
    }

    @Test
    void aCartChangedInASecondTabIsPricedAgain() throws Exception {
        String email = email();
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(0)).confirm(email);
        String seen = shopper.page.locator("aside.sum .total dd").innerText();
        shopper.secondTab().put(goods.get(1));
        shopper.pay();
        assertThat(shopper.page.url()).contains("/checkout/confirm");
        assertThat(shopper.page.locator("aside.sum .total dd")).not().hasText(seen);
        shopper.payByCard(Shopper.GOOD_CARD).orderNumber();
    }

    @Test
    @Tag("D49")
    void aDoubleClickOnPayIsOnePayment() throws Exception {
        String email = email();
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(0)).confirm(email);
        shopper.page
                .locator("form[action='/checkout/confirm'] button[type=submit]")
                .dblclick();
        shopper.card(Shopper.GOOD_CARD).orderNumber();
        assertThat(Rows.number("""
                select count(*) from payment p join checkout k on k.id = p.checkout_id where k.draft ->> 'email' = ?
                """, email)).isEqualTo(1);
        assertThat(Rows.number("select count(*) from purchase_contact where email = ?", email))
                .isEqualTo(1);
    }

    @Test
    @Tag("A33")
    void theLastUnitGoesToOneOfTwoAtOnceAndTheOtherIsToldItIsSoldOut() throws Exception {
        String slug = lastUnit();
        Shopper inMall = Shopper.at("mall.localhost").put(slug).checkout().type(email());
        Shopper inShop = Shopper.at(Shopper.STOREFRONT).put(slug).checkout().type(email());
        inMall.sendSoon();
        inShop.sendSoon();
        inMall.page.waitForURL(LEFT_THE_FORM);
        inShop.page.waitForURL(LEFT_THE_FORM);
        boolean mallWon = inMall.page.url().contains("/confirm");
        Shopper loser = mallWon ? inShop : inMall;
        assertThat(loser.page.locator("main")).containsText("Sold out");
        assertThat(loser.page.locator("input[name=fingerprint]")).hasCount(0);
        (mallWon ? inMall : inShop).payByCard(Shopper.GOOD_CARD).orderNumber();
        assertThat(Rows.number(
                        "select sum(quantity) from order_line l join goods g on g.id = l.goods_id where g.slug = ?",
                        slug))
                .isEqualTo(1);
        loser.go("/goods/" + slug);
        assertThat(loser.page.locator("form.add")).hasCount(0);
    }

    private static String lastUnit() throws Exception {
        List<String> there = Shopper.goodsAt(Shopper.STOREFRONT);
        String slug = there.get(there.size() / 2);
        Rows.change("""
                update stock set on_hand = held + 1 where variant_id =
                    (select v.id from variant v join goods g on g.id = v.goods_id where g.slug = ? and v.state = 'active')
                """, slug);
        return slug;
    }

    @Test
    @Tag("D45")
    void aSessionThatEndsInCheckoutLosesNothingTyped() {
        Shopper shopper =
                Shopper.at("mall.localhost").put(goods.get(0)).checkout().type(email());
        shopper.page.context().clearCookies();
        shopper.next();
        assertThat(shopper.page).hasURL(Pattern.compile(".*/checkout/confirm$"));
        assertThat(shopper.page.locator("main")).containsText("Sejong-daero 110");
        shopper.payByCard(Shopper.GOOD_CARD).orderNumber();
    }

    @Test
    @Tag("D45")
    void aSessionThatEndsOnTheLastStepShowsThePriceAgainAndSaysWhy() {
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(0)).confirm(email());
        shopper.page.context().clearCookies();
        shopper.pay();
        assertThat(shopper.page.locator(".errors")).containsText("Your visit had ended");
        assertThat(shopper.page.locator("main")).containsText("Sejong-daero 110");
        shopper.payByCard(Shopper.GOOD_CARD).orderNumber();
    }

    @Test
    @Tag("D49")
    void whoLosesTheCookieWhilePayingStillReachesTheOrder() {
        Shopper shopper =
                Shopper.at("mall.localhost").put(goods.get(0)).confirm(email()).pay();
        shopper.page.waitForSelector("#number");
        shopper.page.context().clearCookies();
        shopper.card(Shopper.GOOD_CARD).orderNumber();
        assertThat(shopper.page.locator("main")).containsText("Sejong-daero 110");
    }

    @Test
    void anEndedVisitIsSaidWhereTheCartIsEmptyOfIt() {
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(0)).confirm(email());
        shopper.page.context().clearCookies();
        shopper.go("/checkout/confirm?lang=en");
        assertThat(shopper.page.locator(".notice")).containsText("Your visit has ended");
    }

    @Test
    @Tag("D45")
    void theGoodsAreKeptLongerForWhoAsks() {
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(0)).confirm(email());
        String until = shopper.page.locator(".hold").innerText();
        Mall.running().advance(Duration.ofMinutes(15));
        shopper.page.locator(".hold a").click();
        assertThat(shopper.page.locator(".hold")).not().hasText(until);
        shopper.payByCard(Shopper.GOOD_CARD).orderNumber();
    }

    private static String email() {
        return "kim-" + UUID.randomUUID() + "@example.test";
    }
}
