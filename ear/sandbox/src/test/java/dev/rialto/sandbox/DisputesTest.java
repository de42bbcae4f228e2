package dev.rialto.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisputesTest {
    private static final String SHIPMENT =
            "{\"kind\": \"shipment\", \"name\": \"s.txt\", \"content\": \"c2hpcHBlZA==\"}";
    private static final String ORDER = "{\"kind\": \"order\", \"name\": \"o.txt\", \"content\": \"b3JkZXI=\"}";

    @TempDir
    Path folder;

    private Merchant merchant;

    @BeforeEach
    void open() throws Exception {
        merchant = new Merchant(folder);
        merchant.switchOn("{\"late_millis\": 50}");
    }

    @AfterEach
    void close() {
        merchant.close();
    }

    private String captured(TestCard card) throws Exception {
        String session = Merchant.id(merchant.open(10_000));
        merchant.pay(session, card);
        merchant.post("/v1/sessions/" + session + "/captures", "{\"request_id\": \"c-" + session + "\"}");
        return session;
    }

    private JsonObject toldOf(String type) throws Exception {
        for (Merchant.Told told = merchant.nextTold(); told != null; told = merchant.nextTold()) {
            if (told.type().equals(type)) {
                return told.json().getAsJsonObject("data").getAsJsonObject("dispute");
            }
        }
        throw new AssertionError("nobody was told of " + type);
    }

    private HttpResponse<String> answer(String dispute, String requestId, String evidence) throws Exception {
        return merchant.post(
                "/v1/disputes/" + dispute + "/answer",
                "{\"request_id\": \"" + requestId + "\", \"evidence\": [" + evidence + "]}");
    }

    @Test
    void theCardMadeForItIsDisputedOnceItWasCaptured() throws Exception {
        captured(TestCard.DISPUTED);
        JsonObject dispute = toldOf("payment.disputed");
        assertThat(dispute.get("amount").getAsLong()).isEqualTo(10_000);
        assertThat(dispute.get("state").getAsString()).isEqualTo("open");
    }

    @Test
    void evidenceOfAShipmentWinsAndTheSameAnswerActsOnce() throws Exception {
        captured(TestCard.DISPUTED);
        String dispute = toldOf("payment.disputed").get("id").getAsString();
        assertThat(answer(dispute, "a1", ORDER + ", " + SHIPMENT).statusCode()).isEqualTo(201);
        assertThat(answer(dispute, "a1", ORDER + ", " + SHIPMENT).statusCode()).isEqualTo(200);
        assertThat(toldOf("payment.dispute_won").get("state").getAsString()).isEqualTo("won");
        assertThat(answer(dispute, "a2", ORDER).statusCode()).isEqualTo(422);
    }

    @Test
    void evidenceWithoutAShipmentLoses() throws Exception {
        captured(TestCard.DISPUTED);
        String dispute = toldOf("payment.disputed").get("id").getAsString();
        answer(dispute, "a1", ORDER);
        assertThat(toldOf("payment.dispute_lost").get("state").getAsString()).isEqualTo("lost");
    }

    @Test
    void noEvidenceAcceptsIt() throws Exception {
        captured(TestCard.DISPUTED);
        String dispute = toldOf("payment.disputed").get("id").getAsString();
        assertThat(answer(dispute, "a1", "").statusCode()).isEqualTo(201);
        assertThat(toldOf("payment.dispute_lost").get("state").getAsString()).isEqualTo("lost");
    }

    @Test
    void anyCapturedPaymentCanBeDisputedOnceAndNoMoreThanWasCaptured() throws Exception {
        String session = captured(TestCard.APPROVE);
        String path = "/v1/sessions/" + session + "/disputes";
        assertThat(merchant.post(path, "{\"amount\": 10001}").statusCode()).isEqualTo(422);
        assertThat(merchant.post(path, "{\"amount\": 4000, \"reason\": \"product_not_received\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(merchant.post(path, "{\"amount\": 1000}").statusCode()).isEqualTo(422);
        assertThat(toldOf("payment.disputed").get("reason").getAsString()).isEqualTo("product_not_received");
    }

    @Test
    void wrongEvidenceIsNamedAndLeavesTheDisputeOpen() throws Exception {
        captured(TestCard.DISPUTED);
        String dispute = toldOf("payment.disputed").get("id").getAsString();
        HttpResponse<String> refused =
                answer(dispute, "a1", "{\"kind\": \"weather\", \"name\": \"w\", \"content\": \"\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/evidence");
        assertThat(answer(dispute, "a2", SHIPMENT).statusCode()).isEqualTo(201);
    }

    @Test
    void aContestedDisputeIsDecidedAfterARestart() throws Exception {
        merchant.switchOn("{\"late_millis\": 60000}");
        String session = captured(TestCard.APPROVE);
        merchant.post("/v1/sessions/" + session + "/disputes", "{}");
        String dispute = toldOf("payment.disputed").get("id").getAsString();
        answer(dispute, "a1", SHIPMENT);
        merchant.restart();
        assertThat(toldOf("payment.dispute_won").get("id").getAsString()).isEqualTo(dispute);
    }
}
