package dev.rialto.system.order;

import com.microsoft.playwright.Page;
import dev.rialto.system.Chromium;
import java.sql.SQLException;
import java.util.List;

/** A person with a browser in one shop of the mall; two of them are two browser profiles. */
final class Shopper {
    static final String GOOD_CARD = "4242 4242 4242 4242";
    static final String CHALLENGED_CARD = "4000 0000 0000 3220";
    static final String DECLINED_CARD = "4000 0000 0000 0002";

    static final String PASSWORD = "a quiet river at dawn";

    private static final double PATIENCE = 30_000;

    /** A storefront of the demo that shows all goods of its seller, at a discount of its own. */
    static final String STOREFRONT = "hanok.localhost";

    final Page page;
    private final String host;

    private Shopper(Page page, String host) {
        this.page = page;
        this.host = host;
    }

    static Shopper at(String host) {
        return at(host, 1280);
    }

    static Shopper at(String host, int width) {
        Page page = Chromium.page(width);
        page.setDefaultTimeout(PATIENCE);
        return new Shopper(page, host);
    }

    /** The same person with a second tab. */
    Shopper secondTab() {
        Page tab = page.context().newPage();
        tab.setDefaultTimeout(PATIENCE);
        return new Shopper(tab, host);
    }

    Shopper go(String path) {
        page.navigate(Chromium.address(host, path));
        return this;
    }

    Shopper put(String slug) {
        go("/goods/" + slug + "?lang=en&currency=KRW");
        page.waitForResponse(answer -> answer.url().contains("/cart/add"), () -> page.locator("form.add button.first")
                .click());
        return this;
    }

    Shopper checkout() {
        return go("/checkout?lang=en");
    }

    /** Joins as a new member with this address, from the page it is on. */
    Shopper join(String email) {
        return typeJoin(email).sendJoin();
    }

    /** Fills in the form of a new member, without sending it. */
    Shopper typeJoin(String email) {
        page.locator("a[href='/account/join?next=checkout']").first().click();
        page.fill("input[name=name]", "Kim Minji");
        page.fill("input[name=email]", email);
        page.fill("input[name=password]", PASSWORD);
        page.check("input[name=terms]");
        return this;
    }

    Shopper sendJoin() {
        page.locator("form[action='/account/join'] button[type=submit]").click();
        page.waitForURL("**/checkout");
        return this;
    }

    /** Fills in the form of the checkout, without sending it. */
    Shopper type(String email) {
        page.fill("input[name=email]", email);
        page.fill("input[name=name]", "Kim Minji");
        page.fill("input[name=phone]", "010-1234-5678");
        page.fill("input[name=postcode]", "04524");
        page.fill("input[name=city]", "Seoul");
        page.fill("input[name=street]", "Sejong-daero 110");
        return this;
    }

    Shopper next() {
        page.locator("form[action='/checkout'] button[type=submit]").click();
        page.waitForLoadState();
        return this;
    }

    /** From the cart to the page with the full price. */
    Shopper confirm(String email) {
        return checkout().type(email).next();
    }

    /** Presses the button that says what is paid. */
    Shopper pay() {
        page.locator("form[action='/checkout/confirm'] button[type=submit]").click();
        page.waitForLoadState();
        return this;
    }

    Shopper payByCard(String number) {
        pay();
        return card(number);
    }

    Shopper card(String number) {
        page.waitForSelector("#number");
        page.fill("#number", number);
        page.fill("#expiry", "12/34");
        page.fill("#cvc", "123");
        page.locator("button.main").click();
        page.waitForLoadState();
        return this;
    }

    Shopper payByDeposit() {
        page.check("input[name=method][value=deposit]");
        page.locator("input[name=bank]").first().check();
        return pay();
    }

    /** The number in the address of the order page. */
    String orderNumber() {
        page.waitForURL("**/orders/R*");
        return page.url().replaceAll(".*/orders/(R\\d+).*", "$1");
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** Sends the form of the checkout a moment later, so that another person can do so at the same time. */
    void sendSoon() {
        page.evaluate("setTimeout(() => document.querySelector(\"form[action='/checkout']\").requestSubmit(), 400)");
    }

    /** Goods with one variant and enough in stock, of different sellers: the dearest of each. */
    static List<String> goodsOfSellers() throws SQLException {
        return Rows.texts("""
                select distinct on (g.tenant_id) g.slug
                from goods g join variant v on v.goods_id = g.id and v.state = 'active'
                join stock s on s.variant_id = v.id join price p on p.variant_id = v.id and p.currency = 'KRW'
                where g.state = 'on_sale' and s.available >= 5
                  and (select count(*) from variant o where o.goods_id = g.id and o.state = 'active') = 1
                order by g.tenant_id, p.amount desc, g.slug
                """);
    }

    /** Goods with one variant of the seller whose storefront answers on that host, the cheapest first. */
    static List<String> goodsAt(String host) throws SQLException {
        return Rows.texts("""
                select g.slug
                from site_host h join goods g on g.tenant_id = h.tenant_id
                join variant v on v.goods_id = g.id and v.state = 'active'
                join stock s on s.variant_id = v.id join price p on p.variant_id = v.id and p.currency = 'KRW'
                join site i on i.id = h.site_id
                where h.host = ? and g.state = 'on_sale' and s.available >= 5 and i.goods_scope = 'all'
                  and (select count(*) from variant o where o.goods_id = g.id and o.state = 'active') = 1
                order by p.amount, g.slug
                """, host);
    }
}
