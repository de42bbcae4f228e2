package dev.rialto.system.conversation;

import com.microsoft.playwright.Page;
import dev.rialto.system.Chromium;
import dev.rialto.system.Mall;
import java.sql.Connection;
import java.sql.ResultSet;

/** A person with a browser of their own: a buyer in a shop, or somebody before the console. */
public final class Someone {
    private static final String SHOP = "hanok.localhost";
    private static final String CONSOLE = "console.localhost";

    public final Page page;

    private Someone(int width) {
        page = Chromium.page(width);
        page.setDefaultTimeout(30_000);
    }

    static Someone atTheShop(int width) {
        return new Someone(width);
    }

    static Someone atTheConsole(String email, String password) {
        Someone staff = new Someone(1280);
        staff.page.navigate(Chromium.address(CONSOLE, "/sign-in?lang=en"));
        staff.page.fill("input[name=email]", email);
        staff.page.fill("input[name=password]", password);
        staff.press("sign-in");
        staff.page.waitForURL(Chromium.address(CONSOLE, "/"));
        return staff;
    }

    public static Someone seller() {
        return atTheConsole("seller@hanok.example", "hanok-seller-2026");
    }

    public static Someone operator() {
        return atTheConsole("operator@onmaru.example", "maru-operator-2026");
    }

    Someone shop(String path) {
        page.navigate(Chromium.address(SHOP, path));
        return this;
    }

    public Someone console(String path) {
        page.navigate(Chromium.address(CONSOLE, path));
        return this;
    }

    /** Buys one piece by bank transfer and tells the number of the order. */
    String buys(String email) throws Exception {
        shop("/goods/" + somethingToBuy() + "?lang=en&currency=KRW");
        page.waitForResponse(answer -> answer.url().contains("/cart/add"), () -> page.locator("form.add button.first")
                .click());
        shop("/checkout");
        page.fill("input[name=email]", email);
        page.fill("input[name=name]", "Kim Minji");
        page.fill("input[name=phone]", "010-1234-5678");
        page.fill("input[name=postcode]", "04524");
        page.fill("input[name=city]", "Seoul");
        page.fill("input[name=street]", "Sejong-daero 110");
        page.locator("form[action='/checkout'] button[type=submit]").click();
        page.check("input[name=method][value=deposit]");
        page.locator("input[name=bank]").first().check();
        page.locator("form[action='/checkout/confirm'] button[type=submit]").click();
        page.waitForURL("**/orders/R*");
        return page.url().replaceAll(".*/orders/(R\\d+).*", "$1");
    }

    /** Where the shop's seller gets mail. */
    static String addressOfTheSeller() throws Exception {
        return oneText("""
                        select l.email from site_host h join seller l on l.id = h.tenant_id
                        where h.host = 'hanok.localhost'
                        """);
    }

    private static String somethingToBuy() throws Exception {
        return oneText("""
                        select g.slug from site_host h join goods g on g.tenant_id = h.tenant_id
                        join variant v on v.goods_id = g.id and v.state = 'active' join stock s on s.variant_id = v.id
                        where h.host = 'hanok.localhost' and g.state = 'on_sale' and s.available >= 5
                          and (select count(*) from variant o where o.goods_id = g.id and o.state = 'active') = 1
                        order by s.available desc, g.slug limit 1
                        """);
    }

    private static String oneText(String sql) throws Exception {
        try (Connection database = Mall.running().database();
                ResultSet rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Writes below the first talk of the page that is shown. */
    Someone writes(String text) {
        page.locator(".talk textarea[name=message]").first().fill(text);
        page.locator(".talk form button[type=submit]").first().click();
        page.waitForLoadState();
        return this;
    }

    /** Presses the button that does this. */
    public Someone press(String action) {
        page.locator("button[name=do][value=" + action + "]").first().click();
        page.waitForLoadState();
        return this;
    }

    public String text() {
        return page.locator("main").innerText();
    }
}
