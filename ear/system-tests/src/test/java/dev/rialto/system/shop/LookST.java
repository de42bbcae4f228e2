package dev.rialto.system.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.rialto.system.Barriers;
import dev.rialto.system.Chromium;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in the browser: no serious barrier, no sideways scrolling, no complaint of the policy. */
class LookST {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/goods", "/goods/grid-notebook", "/cart", "/account/sign-in", "/account/join", "/shops"})
    void hasNoSeriousBarrier(String path) {
        Page page = Chromium.page(1280);
        page.navigate(Chromium.address("mall.localhost", path));
        assertThat(Barriers.serious(page)).as(path).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mall.localhost", "hanok.localhost", "nordlicht.localhost"})
    void fitsAPhoneWithoutScrollingSideways(String host) {
        Page page = Chromium.page(390);
        for (String path : List.of("/", "/goods", "/cart", "/account/sign-in")) {
            page.navigate(Chromium.address(host, path));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(path)
                    .isEqualTo(true);
        }
    }

    @Test
    void obeysItsOwnPolicy() {
        Page page = Chromium.page(1280);
        List<String> complaints = new java.util.concurrent.CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate(Chromium.address("mall.localhost", "/goods/grid-notebook"));
        page.locator("form.add button.first").click();
        page.locator("#said a").waitFor();
        assertThat(page.locator("#cart-count").innerText()).startsWith("1");
        assertThat(complaints).isEmpty();
    }

    @Test
    void followsTheDarkOfTheSystem() {
        Page page = Chromium.context(1280, "en")
                .browser()
                .newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))
                .newPage();
        page.navigate(Chromium.address("mall.localhost", "/"));
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo("rgb(255, 255, 255)");
    }
}
