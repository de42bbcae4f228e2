package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.recharge.Channel;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two channels and a sub-channel whose programs read what became of their cards, each of its own tree. */
class ChannelApiST {
    private static final Mall MALL = Mall.running();
    private static final String OTHER = "Card House " + UUID.randomUUID();

    private static Channel console;
    private static CardThings cards;
    private static Http cardpoint;
    private static Http kiosk;
    private static Http other;

    @BeforeAll
    static void threeChannels() throws Exception {
        cards = CardThings.ofCardpoint();
        console = Channel.cardpoint();
        cardpoint = cards.program();
        kiosk = Partner.ofChannel(MALL, "kiosk.localhost", CardThings.SCOPES).calling();
        Http operator = MALL.at("console.localhost").with("Accept-Language", "en");
        operator.post(
                "/sign-in",
                Map.of("do", "sign-in", "email", "operator@onmaru.example", "password", "maru-operator-2026"));
        assertThat(operator.post(
                                "/channels",
                                Map.of("do", "open", "parentId", "", "name", OTHER, "email", "house@cards.example"))
                        .status())
                .isEqualTo(303);
        other = Partner.ofChannelNamed(MALL, OTHER, CardThings.SCOPES).calling();
    }

    private static List<String> names(Http program, String path, String field) {
        return CardThings.items(program, path).stream()
                .map(item -> CardThings.text(item, field))
                .distinct()
                .toList();
    }

    private static Http.Answer act(Http program, String path, String body, String key) {
        return program.send(program.request("/api/v1/channel" + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** A code that was just made, by its id. */
    private static String fresh(List<String> clear) throws Exception {
        String code = console.codes(1).get(0);
        clear.add(code);
        String plain = code.replace("-", "");
        return CardThings.text(CardThings.first(cardpoint, "/codes?four=" + plain.substring(plain.length() - 4)), "id");
    }

    @Test
    @Tag("E13")
    @Tag("E35")
    void aChannelSeesItsWholeTreeAndASubChannelOnlyItself() {
        assertThat(names(cardpoint, "/channels", "name")).containsExactly("Cardpoint", "Cardpoint Kiosk");
        assertThat(names(kiosk, "/channels", "name")).containsExactly("Cardpoint Kiosk");
        assertThat(names(other, "/channels", "name")).containsExactly(OTHER);
        assertThat(names(cardpoint, "/stock", "channel")).containsExactly("Cardpoint", "Cardpoint Kiosk");
        assertThat(names(kiosk, "/stock", "channel")).containsExactly("Cardpoint Kiosk");
        assertThat(CardThings.items(other, "/stock")).isEmpty();
        JsonObject stock = CardThings.first(kiosk, "/stock?sku=VP-30");
        assertThat(stock.get("bought").getAsLong()).isGreaterThanOrEqualTo(200);
        assertThat(names(kiosk, "/stock/movements", "kind")).contains("bought_on");
        String own = CardThings.text(stock, "channelId");
        assertThat(names(cardpoint, "/stock?channel=" + own, "channel")).containsExactly("Cardpoint Kiosk");
        for (String path : List.of("/batches", "/codes", "/sales", "/recharges", "/statements", "/stock/movements")) {
            assertThat(CardThings.items(other, path)).as(path).isEmpty();
        }
    }

    @Test
    @Tag("E30")
    @Tag("E34")
    void aCodeToldSoldIsListedUntilItIsRechargedThenWithTheMaskedAccount() throws Exception {
        List<String> clear = new ArrayList<>();
        String id = fresh(clear);
        String key = UUID.randomUUID().toString();
        assertThat(act(cardpoint, "/codes/" + id + "/sale", "", key).status()).isEqualTo(200);
        Http.Answer again = act(cardpoint, "/codes/" + id + "/sale", "", key);
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.json()
                        .getAsJsonObject()
                        .getAsJsonObject("code")
                        .get("state")
                        .getAsString())
                .isEqualTo("sold");
        assertThat(names(cardpoint, "/sales?recharged=false&limit=200", "codeId"))
                .contains(id);
        assertThat(names(kiosk, "/sales", "codeId")).doesNotContain(id);
        String account = "sold." + UUID.randomUUID().toString().substring(0, 8);
        assertThat(console.redeem(clear.get(0), account).status()).isEqualTo(303);
        assertThat(names(cardpoint, "/sales?recharged=false&limit=200", "codeId"))
                .doesNotContain(id);
        JsonObject sale = CardThings.items(cardpoint, "/sales?recharged=true&limit=200").stream()
                .filter(row -> CardThings.text(row, "codeId").equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(CardThings.text(sale, "account")).startsWith("so•").doesNotContain(account);
        assertThat(sale.has("rechargedAt")).isTrue();
    }

    @Test
    @Tag("E31")
    void aRechargeIsFoundByAccountCodeOrNumberWithItsSteps() {
        String id = cards.ids().get("recharge");
        JsonObject life =
                cardpoint.get("/api/v1/channel/recharges/" + id).json().getAsJsonObject();
        JsonObject recharge = life.getAsJsonObject("recharge");
        assertThat(CardThings.text(recharge, "state")).isEqualTo("done");
        assertThat(CardThings.text(recharge, "account")).contains("•");
        assertThat(life.getAsJsonArray("steps").size()).isGreaterThan(2);
        assertThat(names(cardpoint, "/recharges?find=" + id, "id")).containsExactly(id);
        assertThat(names(cardpoint, "/recharges?find=" + CardThings.text(recharge, "lastFour"), "id"))
                .contains(id);
        assertThat(CardThings.items(kiosk, "/recharges?find=" + id)).isEmpty();
    }

    @Test
    @Tag("E11")
    @Tag("E34")
    void aCodeIsTakenOutOfUseByItsOwnChannelWithAReasonAndNoUsedOneIs() throws Exception {
        String id = fresh(new ArrayList<>());
        String path = "/codes/" + id + "/void";
        String reason = "{\"reason\":\"lost in the post\"}";
        assertThat(act(other, path, reason, "k").status()).isEqualTo(404);
        assertThat(act(cardpoint, path, "{\"reason\":\" \"}", UUID.randomUUID().toString())
                        .status())
                .isEqualTo(422);
        Http.Answer done = act(cardpoint, path, reason, UUID.randomUUID().toString());
        assertThat(done.text()).contains("\"void\"", "lost in the post");
        Http.Answer used = act(
                cardpoint,
                "/codes/" + cards.ids().get("code") + "/void",
                reason,
                UUID.randomUUID().toString());
        assertThat(used.status()).isEqualTo(409);
    }

    @Test
    @Tag("E11")
    @Tag("E33")
    void listsGoByCursorAndTagAndAsFilesAndNeverTellACode() throws Exception {
        List<String> clear = new ArrayList<>();
        fresh(clear);
        Http.Answer first = cardpoint.get("/api/v1/channel/codes?limit=1");
        String next = first.json().getAsJsonObject().get("next").getAsString();
        assertThat(names(cardpoint, "/codes?limit=1&cursor=" + next, "id"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(names(cardpoint, "/codes?limit=1", "id"));
        Http.Answer unchanged = cardpoint.send(cardpoint
                .request("/api/v1/channel/codes?limit=1")
                .header("If-None-Match", first.header("ETag").orElseThrow())
                .GET());
        assertThat(unchanged.status()).isEqualTo(304);
        for (String file : List.of("stock", "stock/movements", "codes", "sales", "recharges")) {
            Http.Answer csv = cardpoint.get("/api/v1/channel/" + file + ".csv");
            assertThat(csv.status()).as(file + csv).isEqualTo(200);
            assertThat(csv.header("Content-Type").orElseThrow()).startsWith("text/csv");
            assertThat(csv.text()).as(file).contains("channel,", "Cardpoint");
            assertThat(csv.text() + first.text())
                    .doesNotContain(clear.get(0), clear.get(0).replace("-", ""));
        }
        assertThat(cardpoint.get("/api/v1/channel/codes?cursor=nonsense").status())
                .isEqualTo(422);
        assertThat(cardpoint.get("/api/v1/channel/codes?state=lost").text()).contains("/state", "unknown_value");
    }

    @Test
    @Tag("E35")
    void aChannelReadsItsStatementsLineByLine() {
        JsonObject statement = CardThings.first(cardpoint, "/statements");
        String path = "/api/v1/channel/statements/" + CardThings.text(statement, "id");
        JsonObject detail = cardpoint.get(path + "?limit=1").json().getAsJsonObject();
        assertThat(detail.getAsJsonArray("lines")).hasSize(1);
        assertThat(cardpoint
                        .get(path + "?cursor=" + detail.get("next").getAsString())
                        .text())
                .contains("\"number\":2");
        assertThat(cardpoint.get(path + "/lines.csv").text()).startsWith("number,at,kind");
        Http.Answer paper = cardpoint.get(path + "/paper.pdf?language=ko");
        assertThat(paper.header("Content-Type")).contains("application/pdf");
        assertThat(paper.text()).startsWith("%PDF-");
        assertThat(cardpoint.get(path + "/paper.pdf?language=tlh").text()).contains("language", "unknown_value");
        assertThat(kiosk.get(path + "/paper.pdf").status()).isEqualTo(404);
        assertThat(kiosk.get(path).status()).isEqualTo(404);
        assertThat(CardThings.items(kiosk, "/statements")).isEmpty();
    }

    @Test
    @Tag("E35")
    void theConsoleHandsOutCredentialsOfChannelsToChannelsAlone() {
        Http.Answer made = issue("codes:read");
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        assertThat(shown(made, "credential-id")).startsWith("ch_live_");
        Http.Answer token = MALL.at("api.localhost")
                .post(
                        "/api/v1/token",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", shown(made, "credential-id"),
                                "client_secret", shown(made, "credential-secret")));
        Http program = MALL.at("api.localhost")
                .with(
                        "Authorization",
                        "Bearer "
                                + token.json()
                                        .getAsJsonObject()
                                        .get("access_token")
                                        .getAsString());
        assertThat(program.get("/api/v1/channel/codes").status()).isEqualTo(200);
        assertThat(program.get("/api/v1/channel/stock").status()).isEqualTo(403);
        assertThat(console.console.get("/credentials?lang=en").text()).contains("Cards and codes of the channel");
        Http.Answer refused = issue("goods:read");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("does not go with what it is for");
    }

    private static Http.Answer issue(String scope) {
        return console.post(
                "/credentials",
                "issue",
                Map.of("name", "Cards " + UUID.randomUUID(), "site", "channel", "expiresAt", "", "scopes", scope));
    }

    private static String shown(Http.Answer page, String id) {
        Matcher code = Pattern.compile("id=\"" + id + "\">([^<]+)<").matcher(page.text());
        assertThat(code.find()).as(id + " in " + page).isTrue();
        return code.group(1);
    }

    @Test
    @Tag("E35")
    void credentialsOfStorefrontsReachNoCardsWhateverTheirScopes() throws Exception {
        Http storefront =
                Partner.ofStorefront(MALL, "cards.localhost", CardThings.SCOPES).calling();
        assertThat(storefront.get("/api/v1/channel/codes").status()).isEqualTo(403);
        assertThat(storefront.get("/api/v1/channel/stock").status()).isEqualTo(403);
    }
}
