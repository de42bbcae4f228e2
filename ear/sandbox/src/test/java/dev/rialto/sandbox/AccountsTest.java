package dev.rialto.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
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

    private HttpResponse<String> opened(String requestId, String dueAt) throws Exception {
        String opening = merchant.opening(requestId, 12_000)
                .replace("\"return_url\": \"http://shop.test/back?x=1\"", "\"due_at\": \"" + dueAt + "\"");
        return merchant.post("/v1/accounts", opening);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private String account() throws Exception {
        return json(opened("a1", "2999-01-01T00:00:00Z")).get("id").getAsString();
    }

    private int payIn(String account, long amount) throws Exception {
        return merchant.post(
                        "/v1/accounts/" + account + "/payments", "{\"amount\": " + amount + ", \"payer\": \"Kim\"}")
                .statusCode();
    }

    @Test
    void theSameRequestIdGivesTheSameAccountAlsoAfterARestart() throws Exception {
        HttpResponse<String> first = opened("a1", "2999-01-01T00:00:00Z");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(json(first).get("number").getAsString()).matches("\\d{3}-\\d{6}-\\d{3}");
        merchant.restart();
        HttpResponse<String> second = opened("a1", "2999-01-01T00:00:00Z");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(json(second).get("number")).isEqualTo(json(first).get("number"));
    }

    @Test
    void everyTransferIsToldWithWhatCameAndFromWhom() throws Exception {
        String account = account();
        assertThat(payIn(account, 5_000)).isEqualTo(201);
        Merchant.Told told = merchant.nextTold();
        assertThat(told.type()).isEqualTo("account.paid");
        assertThat(told.json().get("paid").getAsLong()).isEqualTo(5_000);
        assertThat(told.json().get("payer").getAsString()).isEqualTo("Kim");
        assertThat(told.json().getAsJsonObject("account").get("request_id").getAsString())
                .isEqualTo("a1");
        payIn(account, 7_000);
        assertThat(merchant.get("/v1/accounts/" + account).get("received").getAsLong())
                .isEqualTo(12_000);
    }

    @Test
    void aClosedOrExpiredAccountTakesNothingIn() throws Exception {
        String account = account();
        merchant.post("/v1/accounts/" + account + "/voids", "{\"request_id\": \"v1\"}");
        assertThat(payIn(account, 5_000)).isEqualTo(409);
        String expired = json(opened("a2", "2001-01-01T00:00:00Z")).get("id").getAsString();
        assertThat(payIn(expired, 5_000)).isEqualTo(409);
        assertThat(payIn("va_nobody", 5_000)).isEqualTo(404);
    }

    @Test
    void wrongFieldsAreNamed() throws Exception {
        assertThat(opened("a1", "tomorrow").body()).contains("/due_at");
        assertThat(payIn(account(), 0)).isEqualTo(422);
    }

    @Test
    void aPersonPaysOnThePageOfTheAccount() throws Exception {
        String account = account();
        assertThat(merchant.page("/account/" + account).body()).contains("가상계좌 입금", "value=\"12000\"");
        assertThat(merchant.submit("/account/" + account, Map.of("amount", "12,000", "payer", "김하늘"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(merchant.nextTold().json().get("paid").getAsLong()).isEqualTo(12_000);
    }
}
