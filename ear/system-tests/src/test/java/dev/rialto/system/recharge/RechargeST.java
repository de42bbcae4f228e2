package dev.rialto.system.recharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Chromium;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.shop.Shopper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From the cards of a channel to a recharged account, as people and programs see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RechargeST {
    private Channel cardpoint;
    private List<String> codes;

    @BeforeAll
    void codesAreMadeByTheJobAndExported() throws Exception {
        cardpoint = Channel.cardpoint();
        codes = cardpoint.codes(8);
        assertThat(codes).hasSize(8);
    }

    @Test
    @Tag("E1")
    @Tag("E5")
    @Tag("E7")
    void aCodeIsRechargedOnThePageWithoutScriptAndTheAnswerNamesItsUnit() throws Exception {
        Http.Answer done = cardpoint.redeem(codes.get(0), "system.viewer");
        assertThat(done.status()).as(done.text()).isEqualTo(303);
        String page = done.header("Location").orElseThrow();
        assertThat(page).contains("/recharge/recharge_");
        Http.Answer outcome = cardpoint.shop.get(page.replaceFirst("^https?://[^/]+", ""));
        assertThat(outcome.text()).contains("Recharged").contains("RC").doesNotContain("system.viewer");
        assertThat(outcome.header("Rialto-Unit")).contains("unit-1");
    }

    @Test
    @Tag("E3")
    void everyFieldIsRequiredAndWhatWasTypedStays() {
        Http.Answer refused = cardpoint.shop.post(
                "/recharge",
                Map.of(
                        "do",
                        "redeem",
                        "request",
                        UUID.randomUUID().toString(),
                        "name",
                        "김연수",
                        "account",
                        "kept.account"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("id=\"contact-error\"", "id=\"proof-error\"", "id=\"code-error\"", "kept.account", "김연수")
                .doesNotContain("id=\"account-error\"");
    }

    @Test
    @Tag("E2")
    @Tag("E21")
    void aSubChannelHasAPageOfItsOwnAndRefusesCodesOfTheChannel() throws Exception {
        Channel kiosk = Channel.kiosk();
        assertThat(kiosk.shop.get("/recharge").text()).contains("Cardpoint Kiosk");
        Http.Answer refused = kiosk.redeem(codes.get(1), "system.viewer");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("This code cannot be used here.");
        assertThat(kiosk.console.get("/recharges").text()).contains("Code of another channel");
        List<String> own = kiosk.codes(1);
        assertThat(kiosk.redeem(own.get(0), "kiosk.viewer").status()).isEqualTo(303);
    }

    @Test
    void shopsOfOthersHaveNoRechargePage() {
        assertThat(Mall.running().at("mall.localhost").get("/recharge").status())
                .isEqualTo(404);
        assertThat(Mall.running().at("hanok.localhost").get("/recharge").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("E29")
    void aLostAnswerIsInProgressUntilTheWorkerHasAsked() throws Exception {
        Http.Answer taken = cardpoint.redeem(codes.get(2), "lose.answer");
        assertThat(taken.status()).isEqualTo(303);
        String page = taken.header("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        Waiting.until(
                Duration.ofSeconds(60), () -> cardpoint.shop.get(page).text().contains("Number of the provider"));
    }

    @Test
    @Tag("E37")
    void aForgedCallBackIsRefused() {
        Http.Answer refused = Mall.running()
                .at("api.localhost")
                .with("Card-Id", "x")
                .with("Card-Timestamp", "1")
                .with("Card-Signature", "forged")
                .postJson("/api/callbacks/cards/sandbox", "{\"request_id\":\"x\",\"state\":\"done\"}");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("call_back_refused");
    }

    @Test
    @Tag("E11")
    @Tag("E13")
    void theConsoleShowsStockCodesAndRechargesOfTheChannel() {
        assertThat(cardpoint.console.get("/cards").text()).contains("Cardpoint Kiosk", "VP-30");
        assertThat(cardpoint.console.get("/cards?as=csv").text()).contains("remaining");
        for (String page :
                List.of("/cards/movements", "/code-batches", "/codes", "/recharges", "/cards/sold", "/channels")) {
            assertThat(cardpoint.console.get(page).status()).as(page).isEqualTo(200);
        }
        assertThat(cardpoint.console.get("/providers").status()).isEqualTo(403);
        String last = codes.get(0).replace("-", "");
        assertThat(cardpoint
                        .console
                        .get("/codes?q=" + last.substring(last.length() - 4))
                        .text())
                .contains("/codes/code_");
    }

    @Test
    @Tag("E11")
    void codesThatAProviderHandsOverAreTakenOrTheirWrongLinesAreNamedInTheDialog() throws Exception {
        Channel kiosk = Channel.kiosk();
        String code = "PROV-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
        Map<String, String> form =
                new HashMap<>(Map.of("productId", kiosk.product(), "codes", code + "\nno\n", "dialog", "hand-over"));
        Http.Answer refused = kiosk.post("/code-batches", "hand-over", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text().split("<dialog id=\"hand-over\"")[1].split("</dialog>")[0])
                .contains("line 2 is no code", code);
        form.put("codes", code + "\n");
        assertThat(kiosk.post("/code-batches", "hand-over", form).status()).isEqualTo(303);
        assertThat(kiosk.redeem(code, "handed.viewer").status()).isEqualTo(303);
    }

    @Test
    @Tag("E13")
    void aMovementOfCardsLeadsToWhatMovedThem() throws Exception {
        Channel kiosk = Channel.kiosk();
        assertThat(kiosk.redeem(kiosk.codes(1).get(0), "moved.viewer").status()).isEqualTo(303);
        String moves = kiosk.console.get("/cards/movements").text();
        for (String kind : List.of("/code-batches/batch_", "/recharges/recharge_")) {
            String path = Shopper.first(Pattern.compile("href=\"(" + kind + "[a-z0-9]+)\""), moves);
            assertThat(kiosk.console.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    @Tag("E13")
    void reasonsThatTheMallWroteAreInTheReadersLanguage() {
        for (String[] said : new String[][] {{"ko", "상점 판매용 카드"}, {"ja", "ショップで販売するカード"}}) {
            assertThat(cardpoint
                            .console
                            .get("/stock/movements?kind=receipt&lang=" + said[0])
                            .text())
                    .contains(said[1])
                    .doesNotContain("cards for the shop");
        }
        cardpoint.console.get("/?lang=en");
    }

    @Test
    @Tag("E1")
    void thePageFitsAPhone() {
        var page = Chromium.page(390);
        page.navigate(Chromium.address("cards.localhost", "/recharge"));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 390")).isEqualTo(true);
        assertThat(page.locator("input[name=code]").count()).isEqualTo(1);
    }

    @Test
    @Tag("E23")
    void afterTooManyTriesTheBrowserSolvesARiddleEvenWithoutCryptographyOfItsOwn() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(cardpoint
                            .redeem("WRONG-WRONG-1234", "riddle.viewer", "x@example.test", "000000")
                            .status())
                    .isEqualTo(422);
        }
        String contact = Channel.contact();
        var page = Chromium.page(390);
        page.addInitScript("Object.defineProperty(window, 'crypto', {value: undefined})");
        page.navigate(Chromium.address("cards.localhost", "/recharge?lang=en"));
        Map.of(
                        "name",
                        "Kim Yeonsu",
                        "contact",
                        contact,
                        "proof",
                        cardpoint.proof(contact),
                        "account",
                        "riddle.viewer",
                        "code",
                        codes.get(3))
                .forEach((field, text) -> page.fill("input[name=" + field + "]", text));
        page.click("button.first");
        assertThat(page.locator("form[data-riddle*='.']").count()).isEqualTo(1);
        // the script that solves it is read last
        page.waitForLoadState();
        page.click("button.first");
        page.waitForURL("**/recharge/recharge_*");
        assertThat(page.locator("h1").textContent()).isEqualTo("Recharged");
    }
}
