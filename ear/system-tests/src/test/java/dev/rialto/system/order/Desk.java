package dev.rialto.system.order;

import com.microsoft.playwright.Page;
import dev.rialto.system.Chromium;

/** Somebody before the console, in a browser of their own. */
final class Desk {
    private static final String HOST = "console.localhost";
    private static final double PATIENCE = 30_000;

    final Page page;

    private Desk(Page page) {
        this.page = page;
    }

    static Desk seller() {
        return signedIn("seller@hanok.example", "hanok-seller-2026");
    }

    static Desk operator() {
        return signedIn("operator@onmaru.example", "maru-operator-2026");
    }

    private static Desk signedIn(String email, String password) {
        Desk desk = new Desk(Chromium.page(1280));
        desk.page.setDefaultTimeout(PATIENCE);
        desk.go("/sign-in");
        desk.page.fill("input[name=email]", email);
        desk.page.fill("input[name=password]", password);
        desk.press("sign-in");
        desk.page.waitForURL(Chromium.address(HOST, "/"));
        return desk;
    }

    Desk go(String path) {
        page.navigate(Chromium.address(HOST, path));
        return this;
    }

    /** Finds an order by its number and opens it. */
    Desk order(String number) {
        go("/orders?lang=en&q=" + number);
        page.locator("a.row-link").first().click();
        page.waitForURL("**/orders/*");
        return this;
    }

    /** Presses the button that does this. */
    Desk press(String action) {
        page.locator("button[name=do][value=" + action + "]").first().click();
        page.waitForLoadState();
        return this;
    }

    String text() {
        return page.locator("main").innerText();
    }
}
