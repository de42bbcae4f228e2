package dev.rialto.system.order;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Chromium;
import dev.rialto.system.Mall;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The purchase as people make it: in Chromium, from the goods to the order's page and its mail. */
class BuyingST {
    static Mall mall;
    static List<String> goods;

    @BeforeAll
    static void open() throws Exception {
        mall = Mall.running();
        goods = Shopper.goodsOfSellers();
    }

    @Test
    @Tag("D40")
    @Tag("D41")
    @Tag("D42")
    void theCartIsKeptOverReloadAndLeadsBackToTheShop() {
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(0)).go("/cart");
        shopper.page.reload();
        assertThat(shopper.page.locator("li.line")).hasCount(1);
        shopper.page.locator("a.quiet-button").click();
        shopper.go("/cart");
        assertThat(shopper.page.locator("li.line")).hasCount(1);
    }

    @Test
    @Tag("D43")
    @Tag("D44")
    void quantityIsChangedAndALineTakenOut() {
        Shopper shopper =
                Shopper.at("mall.localhost").put(goods.get(0)).put(goods.get(1)).go("/cart");
        shopper.page.locator("li.line input[type=number]").first().fill("3");
        shopper.page
                .locator("#cart-form button[type=submit]:not([formaction]):not([name=then]):not([form])")
                .click();
        assertThat(shopper.page.locator("li.line input[type=number]").first()).hasValue("3");
        shopper.page
                .locator("li.line button[formaction='/cart/remove']")
                .first()
                .click();
        assertThat(shopper.page.locator("li.line")).hasCount(1);
    }

    @Test
    @Tag("D45")
    @Tag("D46")
    @Tag("D47")
    @Tag("D49")
    @Tag("D51")
    @Tag("D53")
    void aGuestBuysGoodsOfTwoSellersWithOneCardPayment() throws Exception {
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(0)).put(goods.get(1));
        String email = email();
        shopper.confirm(email);
        String total = shopper.page.locator("aside.sum .total dd").innerText();
        assertThat(shopper.page.locator("input[name=method]")).hasCount(3);
        shopper.payByCard(Shopper.GOOD_CARD);
        String number = shopper.orderNumber();

        assertThat(shopper.page.locator("aside.sum .total dd")).hasText(total);
        assertThat(Rows.number("select count(*) from sub_order where number like ?", number + "-%"))
                .isEqualTo(2);
        assertThat(Rows.texts("select state from purchase where number = ?", number))
                .containsExactly("paid");
        assertThat(Rows.number("""
                select count(*) from payment p join purchase o on o.payment_id = p.id
                where o.number = ? and p.gateway_transaction is not null and p.amount = o.total
                """, number)).isEqualTo(1);
        shopper.go("/cart");
        assertThat(shopper.page.locator("li.line")).hasCount(0);
        assertThat(Letters.to(email, number)).contains(number);
    }

    @Test
    @Tag("D49")
    void aDeclinedCardMayBeFollowedByAnother() throws Exception {
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(0));
        String email = email();
        shopper.confirm(email).payByCard(Shopper.DECLINED_CARD);
        assertThat(orders(email)).isZero();
        assertThat(shopper.page.locator("#number")).isVisible();
        shopper.card(Shopper.CHALLENGED_CARD);
        shopper.page.fill("#code", "123456");
        shopper.page.locator("button.main").click();
        shopper.orderNumber();
        assertThat(orders(email)).isEqualTo(1);
    }

    @Test
    @Tag("D38")
    @Tag("D39")
    @Tag("D8")
    @Tag("A13")
    @Tag("A27")
    void whoJoinsOnTheWayBuysWhatStandsInTheCart() throws Exception {
        String slug = Shopper.goodsAt(Shopper.STOREFRONT).get(1);
        Shopper shopper = Shopper.at(Shopper.STOREFRONT).put(slug).checkout();
        assertThat(shopper.page.locator(".member-check")).isVisible();
        String email = email();
        shopper.join(email);
        assertThat(shopper.page.locator("aside.sum .items li")).hasCount(1);
        assertThat(shopper.page.locator("input[name=email]")).hasValue(email);
        shopper.type(email).next().payByCard(Shopper.GOOD_CARD);
        String number = shopper.orderNumber();
        assertThat(shopper.go("/orders").page.locator("main")).containsText(number);
        assertThat(Rows.texts(
                        "select host from site_host h join member m on m.join_site_id = h.site_id"
                                + " join person p on p.account_id = m.account_id where p.email = ?",
                        email))
                .containsExactly(Shopper.STOREFRONT);
    }

    @Test
    @Tag("D46")
    @Tag("D50")
    @Tag("D52")
    void aDepositOrderShowsAccountAndDueDate() throws Exception {
        Shopper shopper = Shopper.at("mall.localhost", 390).put(goods.get(0));
        String email = email();
        shopper.confirm(email).payByDeposit();
        String number = shopper.orderNumber();
        String bank = Rows.texts("""
                select b.number from bank_account b join payment p on p.bank_account_id = b.id
                join purchase o on o.payment_id = p.id where o.number = ?
                """, number).get(0);
        assertThat(shopper.page.locator("section.deposit")).containsText(bank);
        assertThat(shopper.page.locator("section.deposit dt").last()).hasText("Transfer by");
        assertThat(Rows.texts("select state from purchase where number = ?", number))
                .containsExactly("awaiting_deposit");
        assertThat(Letters.to(email, number)).contains(number);
    }

    @Test
    @Tag("A26")
    @Tag("A13")
    void aStorefrontChargesExactlyWhatItShows() throws Exception {
        String slug = Shopper.goodsAt(Shopper.STOREFRONT).get(0);
        Shopper shopper = Shopper.at(Shopper.STOREFRONT).put(slug);
        shopper.confirm(email());
        assertThat(shopper.page.url()).startsWith(Chromium.address(Shopper.STOREFRONT, "/"));
        String total = digits(shopper.page.locator("aside.sum .total dd").innerText());
        shopper.payByCard(Shopper.GOOD_CARD);
        String number = shopper.orderNumber();
        assertThat(shopper.page.url()).startsWith(Chromium.address(Shopper.STOREFRONT, "/orders/"));
        assertThat(Rows.texts("select total from purchase where number = ?", number))
                .containsExactly(total);
        assertThat(Rows.texts(
                        "select amount from payment p join purchase o on o.payment_id = p.id where number = ?", number))
                .containsExactly(total);
        assertThat(Rows.number("""
                select count(*) from order_line l join sub_order s on s.id = l.sub_order_id
                join purchase o on o.id = s.order_id join site i on i.id = o.site_id
                where o.number = ? and l.discount_bp = i.discount_bp
                """, number)).isPositive();
    }

    @Test
    void theOrderIsSeenWithTheKeyOfTheMailAndNotWithout() throws Exception {
        Shopper shopper = Shopper.at("mall.localhost").put(goods.get(0));
        String email = email();
        shopper.confirm(email).payByDeposit();
        String number = shopper.orderNumber();
        String link = Rows.texts(
                        "select substring(text_body from 'http[^ \\n]*key=[^ \\n]*') from mail where recipient = ?",
                        email)
                .get(0);

        Shopper friend = Shopper.at("mall.localhost");
        friend.page.navigate(link);
        assertThat(friend.text()).contains(number);
        assertThat(mall.at("mall.localhost").get("/orders/" + number).text()).doesNotContain("Kim Minji");
        assertThat(mall.at("mall.localhost")
                        .get("/orders/" + number + "?key=wrong")
                        .text())
                .doesNotContain("Kim Minji");
    }

    @Test
    @Tag("D40")
    void aMemberFindsTheOwnAddressInTheCheckout() throws Exception {
        Shopper member = Shopper.at(Shopper.STOREFRONT)
                .put(Shopper.goodsAt(Shopper.STOREFRONT).get(1))
                .checkout();
        String email = email();
        member.join(email).go("/account");
        member.page.evaluate("""
                fetch('/account/addresses', {method: 'POST', body: new URLSearchParams({name: 'Kim Minji',
                    phone: '010-1234-5678', country: 'KR', postcode: '04524', city: 'Seoul',
                    street: 'Sejong-daero 110', preferred: 'yes'})})
                """);
        member.checkout();
        assertThat(member.page.locator("input[name=email]")).hasValue(email);
        assertThat(member.page.locator("input[name=street]")).hasValue("Sejong-daero 110");
        member.next().payByCard(Shopper.GOOD_CARD).orderNumber();
    }

    private static String email() {
        return "kim-" + UUID.randomUUID() + "@example.test";
    }

    private static String digits(String money) {
        return money.replaceAll("\\D", "");
    }

    private static long orders(String email) throws Exception {
        return Rows.number("select count(*) from purchase_contact where email = ?", email);
    }
}
