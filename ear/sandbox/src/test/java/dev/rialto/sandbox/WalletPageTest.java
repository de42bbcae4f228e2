package dev.rialto.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalletPageTest {
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

    private String opened() throws Exception {
        String opening = merchant.opening(UUID.randomUUID().toString(), 12_000)
                .replace("\"amount\"", "\"method\": \"wallet\", \"amount\"");
        HttpResponse<String> answer = merchant.post("/v1/sessions", opening);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String url = com.google.gson.JsonParser.parseString(answer.body())
                .getAsJsonObject()
                .get("url")
                .getAsString();
        assertThat(url).contains("/wallet/");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> choose(String session, String choice) throws Exception {
        return merchant.submit("/wallet/" + session, Map.of("choice", choice));
    }

    @Test
    void anApprovalLeadsStraightBackToTheShop() throws Exception {
        String session = opened();
        assertThat(merchant.page("/wallet/" + session).body()).contains("간편결제로 결제");
        HttpResponse<String> answer = choose(session, "approve");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .isEqualTo("http://shop.test/back?x=1&session=" + session);
        assertThat(merchant.state(session)).isEqualTo("approved");
        assertThat(merchant.nextTold().type()).isEqualTo("payment.approved");
    }

    @Test
    void anEmptyWalletMayBeFilledAndTriedAgain() throws Exception {
        String session = opened();
        HttpResponse<String> declined = choose(session, "insufficient_funds");
        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(declined.body()).contains("지갑의 잔액이 부족합니다");
        assertThat(choose(session, "approve").statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverCancelsComesBackUnpaid() throws Exception {
        String session = opened();
        assertThat(merchant.submit("/wallet/" + session + "/cancel", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(merchant.state(session)).isEqualTo("cancelled");
        assertThat(choose(session, "approve").statusCode()).isEqualTo(303);
        assertThat(merchant.state(session)).isEqualTo("cancelled");
    }

    @Test
    void whatIsNoChoiceIsRefusedAndChangesNothing() throws Exception {
        String session = opened();
        assertThat(choose(session, "steal").statusCode()).isEqualTo(422);
        assertThat(merchant.state(session)).isEqualTo("open");
        assertThat(merchant.page("/wallet/" + Merchant.id(merchant.open(5_000))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherWayOfPayingIsRefusedByName() throws Exception {
        String opening = merchant.opening(UUID.randomUUID().toString(), 12_000)
                .replace("\"amount\"", "\"method\": \"cheque\", \"amount\"");
        HttpResponse<String> answer = merchant.post("/v1/sessions", opening);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/method");
    }
}
