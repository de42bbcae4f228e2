package dev.rialto.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantApiTest {
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

    private static String code(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body())
                .getAsJsonObject()
                .get("code")
                .getAsString();
    }

    private HttpResponse<String> change(String session, String kind, String requestId, long amount) throws Exception {
        return merchant.post(
                "/v1/sessions/" + session + "/" + kind,
                "{\"request_id\": \"" + requestId + "\", \"amount\": " + amount + "}");
    }

    @Test
    void theSameRequestOpensOnePage() throws Exception {
        HttpResponse<String> once = merchant.post("/v1/sessions", merchant.opening("r1", 5_000));
        HttpResponse<String> again = merchant.post("/v1/sessions", merchant.opening("r1", 5_000));
        assertThat(once.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(once.body());
    }

    @Test
    void anotherRequestUnderTheSameIdIsRefused() throws Exception {
        merchant.post("/v1/sessions", merchant.opening("r1", 5_000));
        HttpResponse<String> other = merchant.post("/v1/sessions", merchant.opening("r1", 6_000));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(code(other)).isEqualTo("request_id_reused");
    }

    @Test
    void withoutTheKeyNothingIsAnswered() throws Exception {
        for (String path : List.of("/v1/sessions/x", "/v1/requests/x", "/admin/switches")) {
            HttpResponse<String> answer = merchant.send(HttpRequest.newBuilder(URI.create(merchant.url() + path)));
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"amount\": 5000','\"amount\": 0',amount",
        "'\"amount\": 5000','\"amount\": -1',amount",
        "KRW,XQX,currency",
        "http://shop.test,javascript:x,return_url",
        "'\"ko\"','\"xx\"',language"
    })
    void aWrongFieldIsNamed(String from, String to, String field) throws Exception {
        HttpResponse<String> answer =
                merchant.post("/v1/sessions", merchant.opening("r1", 5_000).replace(from, to));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/" + field);
    }

    @ParameterizedTest
    @CsvSource({"'{',400", "'',400", "'{\"amount\": \"x\"}',400", "'[]',400"})
    void whatIsNoRequestIsTold(String body, int status) throws Exception {
        assertThat(merchant.post("/v1/sessions", body).statusCode()).isEqualTo(status);
    }

    @Test
    void aBodyTooLargeIsRefused() throws Exception {
        assertThat(merchant.post("/v1/sessions", " ".repeat(70_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    @Tag("D12")
    void anOrderNumberTellsItsPaymentAndTwiceTheSame() throws Exception {
        merchant.post("/v1/sessions", merchant.opening("r7", 5_000));
        String path = "/v1/sessions?merchant_reference=order-r7";
        assertThat(merchant.get(path).getAsJsonArray("sessions")).hasSize(1);
        assertThat(merchant.get(path)).isEqualTo(merchant.get(path));
    }

    @Test
    void capturesInPartsUpToTheAmount() throws Exception {
        String session = merchant.approved(10_000);
        assertThat(change(session, "captures", "c1", 4_000).statusCode()).isEqualTo(201);
        assertThat(change(session, "captures", "c2", 6_000).statusCode()).isEqualTo(201);
        HttpResponse<String> more = change(session, "captures", "c3", 1);
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(code(more)).isEqualTo("amount_too_large");
        assertThat(merchant.get("/v1/sessions/" + session).get("captured").getAsLong())
                .isEqualTo(10_000);
    }

    @Test
    void aRefundIsMadeOncePerRequestId() throws Exception {
        String session = merchant.approved(10_000);
        change(session, "captures", "c1", 10_000);
        assertThat(change(session, "refunds", "f1", 3_000).statusCode()).isEqualTo(201);
        assertThat(change(session, "refunds", "f1", 3_000).statusCode()).isEqualTo(200);
        assertThat(change(session, "refunds", "f1", 4_000).statusCode()).isEqualTo(409);
        assertThat(change(session, "refunds", "f2", 7_001).statusCode()).isEqualTo(422);
        assertThat(merchant.get("/v1/sessions/" + session).get("refunded").getAsLong())
                .isEqualTo(3_000);
    }

    @Test
    void whatWasCapturedIsNotVoided() throws Exception {
        String session = merchant.approved(10_000);
        change(session, "captures", "c1", 10_000);
        assertThat(change(session, "voids", "v1", 10_000).statusCode()).isEqualTo(422);
    }

    @Test
    void aVoidAfterACaptureReleasesTheRestAndKeepsWhatWasTaken() throws Exception {
        String session = merchant.approved(10_000);
        change(session, "captures", "c1", 4_000);
        assertThat(change(session, "voids", "v1", 10_000).statusCode()).isEqualTo(201);
        assertThat(code(change(session, "captures", "c2", 1))).isEqualTo("amount_too_large");
        assertThat(merchant.get("/v1/sessions/" + session).get("released").getAsLong())
                .isEqualTo(6_000);
        assertThat(change(session, "refunds", "r1", 4_000).statusCode()).isEqualTo(201);
    }

    @Test
    void anOpenPageIsClosedByAVoid() throws Exception {
        String session = Merchant.id(merchant.open(10_000));
        assertThat(change(session, "voids", "v1", 10_000).statusCode()).isEqualTo(201);
        merchant.pay(session, TestCard.APPROVE);
        assertThat(merchant.state(session)).isEqualTo("voided");
    }

    @Test
    void nothingIsCapturedBeforeTheApproval() throws Exception {
        HttpResponse<String> answer = change(Merchant.id(merchant.open(10_000)), "captures", "c1", 1);
        assertThat(code(answer)).isEqualTo("not_approved");
    }

    @Test
    void aDroppedAnswerCanBeAskedForByItsRequestId() throws Exception {
        assertThat(dropped(merchant.opening("r1", 5_000), "Sandbox-Fault", "drop_answer"))
                .isTrue();
        assertThat(merchant.get("/v1/requests/r1").getAsJsonObject("operation").get("kind"))
                .hasToString("\"opened\"");
        assertThat(merchant.post("/v1/sessions", merchant.opening("r1", 5_000)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theAmountForADroppedAnswerDropsIt() throws Exception {
        assertThat(dropped(merchant.opening("r1", Fault.DROP_ANSWER.amount()))).isTrue();
        assertThat(merchant.get("/v1/requests/r1").has("session")).isTrue();
    }

    private boolean dropped(String opening, String... headers) throws Exception {
        try {
            merchant.post("/v1/sessions", opening, headers);
            return false;
        } catch (java.io.IOException e) {
            return true;
        }
    }

    @Test
    void aRefusalStaysARefusal() throws Exception {
        merchant.switchOn("{\"faults\": {\"refuse\": 1}}");
        assertThat(merchant.post("/v1/sessions", merchant.opening("r1", 5_000)).statusCode())
                .isEqualTo(422);
        assertThat(merchant.post("/v1/sessions", merchant.opening("r1", 5_000)).statusCode())
                .isEqualTo(422);
        assertThat(merchant.post("/v1/sessions", merchant.opening("r2", 5_000)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void anUnavailableGatewayHasDoneNothing() throws Exception {
        merchant.switchOn("{\"faults\": {\"unavailable\": 1}}");
        assertThat(merchant.post("/v1/sessions", merchant.opening("r1", 5_000)).statusCode())
                .isEqualTo(503);
        assertThat(code(merchant.send(request("/v1/requests/r1")))).isEqualTo("not_found");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(merchant.url() + path))
                .header("Authorization", "Bearer " + SandboxSettings.DEFAULT_KEY);
    }

    @Test
    void aDelayedAnswerTakesItsTime() throws Exception {
        merchant.switchOn("{\"faults\": {\"delay\": 1}, \"delay_millis\": 300}");
        long start = System.nanoTime();
        merchant.post("/v1/sessions", merchant.opening("r1", 5_000));
        assertThat(System.nanoTime() - start).isGreaterThan(290_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"faults\": {\"explode\": 1}}',unknown_fault",
        "'{\"faults\": {\"decline\": -2}}',invalid",
        "'{\"delay_millis\": 60001}',invalid"
    })
    void aWrongSwitchChangesNothing(String json, String code) throws Exception {
        merchant.switchOn("{\"faults\": {\"decline\": 3}}");
        assertThat(code(merchant.put("/admin/switches", json))).isEqualTo(code);
        assertThat(merchant.get("/admin/switches").getAsJsonObject("faults").get("decline"))
                .hasToString("3");
    }
}
