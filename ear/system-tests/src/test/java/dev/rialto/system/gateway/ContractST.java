package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import dev.rialto.system.Barriers;
import dev.rialto.system.Chromium;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The contract as partners get it. */
class ContractST {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
        page.locator(".opblock").first().waitFor();
        assertThat(shown(page)).isEqualTo(Operations.all(mall).size());
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(complaints).isEmpty();
        assertThat(elsewhere).isEmpty();
        assertThat(Barriers.critical(page)).isEmpty();
    }

    /** The page draws what is in sight alone: how many operations show as it is scrolled from top to bottom. */
    private int shown(Page page) {
        Set<Object> shown = new HashSet<>();
        Instant limit = Instant.now().plus(PATIENCE);
        while (shown.size() < Operations.all(mall).size() && Instant.now().isBefore(limit)) {
            shown.addAll((List<?>) page.locator(".opblock").evaluateAll("all => all.map(each => each.id)"));
            page.evaluate("scrollBy(0, innerHeight / 2)");
        }
        return shown.size();
    }
}
