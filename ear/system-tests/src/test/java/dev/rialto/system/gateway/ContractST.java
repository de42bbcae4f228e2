package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.rialto.system.Chromium;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The contract as partners get it. */
class ContractST {
    /** The page draws one operation after the other. */
    private static final double SLOWEST_MILLIS = 60_000;

    private final Mall mall = Mall.running();

    @Test
    void theServedContractIsTheOneKeptWithTheDocuments() throws Exception {
        Http.Answer served = mall.at("api.localhost").get("/api/v1/openapi.json");
        Path kept = Path.of("../../docs/api/openapi.json");
        assertThat(served.json()).isEqualTo(JsonParser.parseString(Files.readString(kept)));
        Http.Answer again = mall.at("api.localhost")
                .with("If-None-Match", served.header("ETag").orElseThrow())
                .get("/api/v1/openapi.json");
        assertThat(again.status()).isEqualTo(304);
        assertThat(mall.at("mall.localhost").get("/api/docs").status()).isEqualTo(404);
    }

    @Test
    void thePageShowsEveryOperationAndAsksNoOtherAddress() {
        Page page = Chromium.page(390);
        List<String> complaints = new CopyOnWriteArrayList<>();
        List<String> elsewhere = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(Chromium.address("api.localhost", "/"))
                    && !request.url().startsWith("data:")) {
                elsewhere.add(request.url());
            }
        });
        page.navigate(Chromium.address("api.localhost", "/api/docs"));
        PlaywrightAssertions.assertThat(page.locator(".opblock"))
                .hasCount(
                        Operations.all(mall).size(),
                        new LocatorAssertions.HasCountOptions().setTimeout(SLOWEST_MILLIS));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(complaints).isEmpty();
        assertThat(elsewhere).isEmpty();
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> "critical".equals(rule.getImpact()))
                                .map(rule -> rule.getId() + rule.getNodes()))
                .isEmpty();
    }
}
