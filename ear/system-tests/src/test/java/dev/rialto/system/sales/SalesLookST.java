package dev.rialto.system.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rialto.system.Barriers;
import dev.rialto.system.Chromium;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sales as each view of them looks in the browser: no serious barrier, no sideways scrolling, no complaint of the policy. */
class SalesLookST {
    private static final List<String> PAGES = List.of(
            "/sales?by=period&period=month",
            "/sales?by=company&period=this-year",
            "/sales?by=goods&period=this-year",
            "/sales/statement?period=this-year");

    @ParameterizedTest
    @CsvSource({"1280, en", "390, ko"})
    void hasNoBarrierAndFits(int width, String language) {
        Page page = Chromium.context(width, language).newPage();
        List<String> complaints = new java.util.concurrent.CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        signIn(page);
        for (String path : PAGES) {
            page.navigate(Chromium.address("console.localhost", path));
            assertThat(Barriers.serious(page)).as(path).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(path)
                    .isEqualTo(true);
        }
        assertThat(complaints).isEmpty();
    }

    private static void signIn(Page page) {
        page.navigate(Chromium.address("console.localhost", "/sign-in"));
        page.fill("input[name=email]", "operator@onmaru.example");
        page.fill("input[name=password]", "maru-operator-2026");
        page.locator("button[name=do][value=sign-in]").click();
        page.waitForURL(Chromium.address("console.localhost", "/"));
    }
}
