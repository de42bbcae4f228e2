package dev.rialto.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardPageTest {
    @TempDir
    Path folder;

    private Merchant merchant;

    @BeforeEach
    void open() throws Exception {
        merchant = new Merchant(folder);
    }

    @AfterEach
    void close() {
        merchant.close();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    @Tag("D47")
    void anApprovedCardLeadsBackToTheShop() throws Exception {
        String session = Merchant.id(merchant.open(12_000));
        HttpResponse<String> answer = merchant.pay(session, TestCard.APPROVE);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("http://shop.test/back?x=1&session=" + session);
        assertThat(merchant.state(session)).isEqualTo("approved");
    }

    private String keeping(String requestId, String customer) {
        String payer = customer.isEmpty() ? "" : ", \"customer\": \"" + customer + "\"";
        return merchant.opening(requestId, 12_000).replaceFirst("}\\s*$", ", \"offers_to_keep\": true" + payer + "}");
    }

    private static Map<String, String> keep(TestCard card) {
        return Map.of("number", card.printed(), "expiry", "12/34", "cvc", "123", "keep", "yes");
    }

    private JsonObject opened(String opening) throws Exception {
        return JsonParser.parseString(merchant.post("/v1/sessions", opening).body())
                .getAsJsonObject();
    }

    private JsonObject kept(String session) throws Exception {
        return merchant.get("/v1/sessions/" + session).getAsJsonObject("kept_card");
    }

    @Test
    void aKeptCardPaysWithOnePressOverRestartsUntilItIsForgotten() throws Exception {
        String first = Merchant.id(opened(keeping("r1", "")));
        merchant.submit("/pay/" + first, keep(TestCard.CHALLENGE));
        merchant.submit("/pay/" + first + "/challenge", Map.of("code", CardPage.ONE_TIME_CODE));
        JsonObject card = kept(first);
        assertThat(card.get("last_four").getAsString()).isEqualTo("3220");
        assertThat(card.get("expiry").getAsString()).isEqualTo("12/34");

        merchant.restart();
        String customer = card.get("customer").getAsString();
        String token = card.get("token").getAsString();
        String second = Merchant.id(opened(keeping("r2", customer)));
        assertThat(merchant.page("/pay/" + second).body()).contains(token, "3220");
        assertThat(merchant.submit("/pay/" + second, Map.of("kept", token)).statusCode())
                .isEqualTo(303);
        assertThat(merchant.state(second)).isEqualTo("challenged");

        String body = "{\"request_id\": \"f1\"}";
        assertThat(merchant.post("/v1/cards/" + token + "/forget", body).statusCode())
                .isEqualTo(200);
        assertThat(merchant.post("/v1/cards/" + token + "/forget", body).statusCode())
                .isEqualTo(200);
        String third = Merchant.id(opened(keeping("r3", customer)));
        assertThat(merchant.page("/pay/" + third).body()).doesNotContain(token);
        assertThat(merchant.submit("/pay/" + third, Map.of("kept", token)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyPaysWithTheKeptCardOfAnotherAndGuestsKeepNone() throws Exception {
        String first = Merchant.id(opened(keeping("r1", "")));
        merchant.submit("/pay/" + first, keep(TestCard.APPROVE));
        String token = kept(first).get("token").getAsString();
        String other = Merchant.id(opened(keeping("r2", "cus_other")));
        assertThat(merchant.submit("/pay/" + other, Map.of("kept", token)).statusCode())
                .isEqualTo(404);
        assertThat(merchant.state(other)).isEqualTo("open");
        String guest = Merchant.id(merchant.open(12_000));
        assertThat(merchant.page("/pay/" + guest).body()).doesNotContain("name=\"keep\"");
        merchant.submit("/pay/" + guest, keep(TestCard.APPROVE));
        assertThat(kept(guest)).isNull();
    }

    @Test
    @Tag("D49")
    void aDeclinedCardCanBeFollowedByAnother() throws Exception {
        String session = Merchant.id(merchant.open(12_000));
        HttpResponse<String> declined = merchant.pay(session, TestCard.INSUFFICIENT_FUNDS);
        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(declined.body()).contains("잔액이 부족합니다", "name=\"number\"");
        assertThat(merchant.pay(session, TestCard.APPROVE).statusCode()).isEqualTo(303);
        assertThat(merchant.state(session)).isEqualTo("approved");
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINE", "INSUFFICIENT_FUNDS", "EXPIRED_CARD"})
    void aDeclineTellsItsReason(TestCard card) throws Exception {
        String session = Merchant.id(merchant.open(12_000));
        merchant.pay(session, card);
        assertThat(merchant.get("/v1/sessions/" + session).get("reason").getAsString())
                .isEqualTo(card.reason());
    }

    @Test
    @Tag("D49")
    void tenClicksAtOnceApproveOnce() throws Exception {
        String session = Merchant.id(merchant.open(12_000));
        Callable<Integer> click = () -> merchant.pay(session, TestCard.APPROVE).statusCode();
        assertThat(atOnce(10, click)).containsOnly(303);
        assertThat(Files.readString(merchant.journal())).containsOnlyOnce("\"kind\":\"approved\"");
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(Collections.nCopies(times, work))) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theChallengeAsksForTheCodeAndThenApproves() throws Exception {
        String session = Merchant.id(merchant.open(12_000));
        assertThat(location(merchant.pay(session, TestCard.CHALLENGE))).endsWith("/pay/" + session);
        assertThat(merchant.page("/pay/" + session).body()).contains("one-time-code", "3220");
        HttpResponse<String> wrong = merchant.submit("/pay/" + session + "/challenge", Map.of("code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        HttpResponse<String> right = merchant.submit("/pay/" + session + "/challenge", Map.of("code", "123 456"));
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(merchant.state(session)).isEqualTo("approved");
    }

    @Test
    void threeWrongCodesDeclineTheCardAndAnotherMayBeTried() throws Exception {
        String session = Merchant.id(merchant.open(12_000));
        merchant.pay(session, TestCard.CHALLENGE);
        for (int i = 0; i < 3; i++) {
            merchant.submit("/pay/" + session + "/challenge", Map.of("code", "999999"));
        }
        assertThat(merchant.state(session)).isEqualTo("open");
        merchant.pay(session, TestCard.APPROVE);
        assertThat(merchant.state(session)).isEqualTo("approved");
    }

    @ParameterizedTest
    @CsvSource({
        "'','12/34','123',number",
        "4242424242424241,12/34,123,number",
        "12,12/34,123,number",
        "4111111111111111,12/34,123,number",
        "4242424242424242,'',123,expiry",
        "4242424242424242,13/34,123,expiry",
        "4242424242424242,12/20,123,expiry",
        "4242424242424242,soon,123,expiry",
        "4242424242424242,12/34,'',cvc",
        "4242424242424242,12/34,12a,cvc"
    })
    void aWrongFieldIsNamedAndNothingIsTried(String number, String expiry, String cvc, String field) throws Exception {
        String session = Merchant.id(merchant.open(12_000));
        HttpResponse<String> answer =
                merchant.submit("/pay/" + session, Map.of("number", number, "expiry", expiry, "cvc", cvc));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"" + field + "-error\"", "href=\"#" + field + "\"");
        assertThat(merchant.get("/v1/sessions/" + session).get("tries").getAsInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en", "ja", "zh"})
    void thePageSpeaksFourLanguages(String language) throws Exception {
        String session = Merchant.id(merchant.open(12_000));
        HttpResponse<String> page = merchant.page("/pay/" + session + "?lang=" + language);
        assertThat(page.body())
                .contains("<html lang=\"" + language + "\"", Words.in(language).of("title"), "12,000")
                .doesNotContain("{{");
    }

    @Test
    @Tag("D13")
    void theCardNumberIsNeitherInTheJournalNorTold() throws Exception {
        String session = merchant.approved(12_000);
        assertThat(Files.readString(merchant.journal()))
                .contains("4242")
                .doesNotContain(TestCard.APPROVE.number())
                .doesNotContain(TestCard.APPROVE.printed());
        assertThat(merchant.nextTold().body()).doesNotContain(TestCard.APPROVE.number());
        assertThat(merchant.get("/v1/sessions/" + session).toString()).doesNotContain(TestCard.APPROVE.number());
    }

    @Test
    void thePageLoadsNothingFromElsewhereAndMayOnlyLeadBackToTheShop() throws Exception {
        HttpResponse<String> page = merchant.page("/pay/" + Merchant.id(merchant.open(12_000)));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'self' http://shop.test")
                .doesNotContain("script-src")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<script").doesNotContain("style=");
    }

    @Test
    void whatAMerchantSendsIsNeverMarkup() throws Exception {
        String opening = merchant.opening("r1", 5_000).replace("order-r1", "<script>alert(1)</script>");
        String id = com.google.gson.JsonParser.parseString(
                        merchant.post("/v1/sessions", opening).body())
                .getAsJsonObject()
                .get("id")
                .getAsString();
        assertThat(merchant.page("/pay/" + id).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void aShopperWhoCancelsGoesBackAndTheSessionIsOver() throws Exception {
        String session = Merchant.id(merchant.open(12_000));
        assertThat(location(merchant.submit("/pay/" + session + "/cancel", Map.of())))
                .startsWith("http://shop.test/back");
        merchant.pay(session, TestCard.APPROVE);
        assertThat(merchant.state(session)).isEqualTo("cancelled");
    }

    @Test
    void aSwitchDeclinesTheNextCardOnly() throws Exception {
        merchant.switchOn("{\"faults\": {\"decline\": 1}}");
        String session = Merchant.id(merchant.open(12_000));
        assertThat(merchant.pay(session, TestCard.APPROVE).statusCode()).isEqualTo(402);
        assertThat(merchant.pay(session, TestCard.APPROVE).statusCode()).isEqualTo(303);
    }

    @Test
    void theAmountForADeclineDeclinesEveryCard() throws Exception {
        String session = Merchant.id(merchant.open(Fault.DECLINE.amount()));
        assertThat(merchant.pay(session, TestCard.APPROVE).statusCode()).isEqualTo(402);
    }

    @Test
    void aBrowserWhoseAnswerWasDroppedSeesTheApprovalOnReload() throws Exception {
        merchant.switchOn("{\"faults\": {\"drop_page\": 1}}");
        String session = Merchant.id(merchant.open(12_000));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> merchant.pay(session, TestCard.APPROVE))
                .isInstanceOf(java.io.IOException.class);
        assertThat(location(merchant.page("/pay/" + session))).startsWith("http://shop.test/back");
    }

    @Test
    void aClickOnATestCardFillsTheForm() throws Exception {
        String session = Merchant.id(merchant.open(12_000));
        assertThat(merchant.page("/pay/" + session + "?card=3220").body()).contains("4000 0000 0000 3220", "12/34");
    }

    @Test
    void anUnknownSessionIsNotFound() throws Exception {
        assertThat(merchant.page("/pay/cs_nobody").statusCode()).isEqualTo(404);
    }
}
