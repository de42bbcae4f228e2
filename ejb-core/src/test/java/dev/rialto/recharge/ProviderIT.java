package dev.rialto.recharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rialto.channel.CardProviders;
import dev.rialto.channel.ChannelFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.TestMall;
import dev.rialto.sandbox.CardSandbox;
import dev.rialto.sandbox.CardSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recharges over HTTP: with the sandbox provider, and with one that only a description knows. */
class ProviderIT {
    private static final Caller STRANGER = Caller.anonymous("t");
    private static final Caller WORKER = Caller.worker("t");
    private static final String KEY = "key-of-sixteen-letters";
    private static final String SECRET = "secret-of-sixteen-letters";

    @TempDir
    static Path folder;

    static TestMall mall;
    static RechargeFixture fixture;
    static CardSandbox sandbox;
    static Path journal;
    static UUID channel;
    static HttpServer maker;
    static final Queue<String> HEARD = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void open() throws Exception {
        journal = folder.resolve("cards.jsonl");
        sandbox = CardSandbox.start(new CardSettings("127.0.0.1", 0, journal, KEY, SECRET, ""));
        maker = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        maker.createContext("/", ProviderIT::answer);
        maker.start();
        mall = TestMall.empty(folder, FakeCards.class);
        fixture = new RechargeFixture(mall);
        channel = fixture.channels.channel;
    }

    @AfterAll
    static void close() {
        mall.close();
        sandbox.close();
        maker.stop(0);
    }

    @BeforeEach
    void theSandboxIsTheProvider() {
        mall.execute("delete from throttle");
        reach("sandbox", sandbox.url(), "{}", SECRET);
    }

    private static void reach(String adapter, String url, String description, String secret) {
        String name =
                mall.value(String.class, "select name from card_provider where id = ?", fixture.channels.provider);
        mall.get(CardProviders.class)
                .save(
                        ChannelFixture.operator(),
                        new CardProviders.Save(name, "Video Plus", adapter, url, description, KEY, secret));
    }

    private static RechargeView redeem(String account) {
        RechargeWish wish = fixture.wish(channel, fixture.code(channel).text());
        RechargeWish named = new RechargeWish(
                channel, null, wish.clientKey(), "Kim", wish.contact(), account, wish.proof(), wish.code(), null, null);
        return mall.get(Recharges.class).redeem(STRANGER, named);
    }

    private static long journalLines(String requestId) throws IOException {
        return Files.readAllLines(journal).stream()
                .filter(line -> line.contains("\"recharged\"") && line.contains(requestId))
                .count();
    }

    @Test
    @Tag("E26")
    @Tag("E27")
    void theProvidersJournalHasAccountProductAndRequestOnce() throws Exception {
        RechargeView done = redeem("journal.account");
        assertThat(done.state()).isEqualTo(RechargeView.State.DONE);
        assertThat(done.providerNumber()).startsWith("RC");
        assertThat(journalLines(done.id().toString())).isEqualTo(1);
        assertThat(Files.readString(journal)).contains("journal.account").contains("month-");
    }

    @Test
    @Tag("E28")
    void aForcedFailureLeavesTheCodeGood() {
        assertThat(redeem("refuse.this").state()).isEqualTo(RechargeView.State.FAILED);
    }

    @Test
    @Tag("E29")
    void anAnswerLostAfterActingIsFoundAgainUnderItsIdAndNothingIsDoneTwice() throws Exception {
        RechargeView unknown = redeem("lose.answer");
        assertThat(unknown.state()).isEqualTo(RechargeView.State.UNKNOWN);
        settle();
        assertThat(mall.get(Recharges.class).view(STRANGER, unknown.id()).state())
                .isEqualTo(RechargeView.State.DONE);
        assertThat(journalLines(unknown.id().toString())).isEqualTo(1);
    }

    @Test
    @Tag("E29")
    void aProviderThatIsDownIsAskedLater() throws Exception {
        RechargeView unknown = redeem("unavailable.now");
        assertThat(unknown.state()).isEqualTo(RechargeView.State.UNKNOWN);
        assertThat(journalLines(unknown.id().toString())).isZero();
        put("{}");
        settle();
        assertThat(mall.get(Recharges.class)
                        .view(STRANGER, unknown.id())
                        .state()
                        .isOver())
                .isFalse();
    }

    private static void settle() {
        mall.execute("update recharge_request set next_at = now() - interval '1 second' where next_at is not null");
        mall.get(Recharges.class).settleUnknown(WORKER, 50);
    }

    private static void put(String switches) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(sandbox.url().replace("localhost", "127.0.0.1") + "/admin/switches"))
                                .header("Authorization", "Bearer " + KEY)
                                .PUT(HttpRequest.BodyPublishers.ofString(switches))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("E37")
    void aCallWithAWrongSignatureIsRefusedByTheProviderAndAnUnsignedAnswerCountsAsNone() throws Exception {
        reach("sandbox", sandbox.url(), "{}", "another-secret-of-letters");
        RechargeView unknown = redeem("wrong.secret");
        assertThat(unknown.state()).isEqualTo(RechargeView.State.UNKNOWN);
        assertThat(journalLines(unknown.id().toString())).isZero();
    }

    @Test
    @Tag("E37")
    void aForgedCallBackIsRefusedAndATrueOneSettlesOnce() {
        RechargeView unknown = redeem("lose.callback");
        String name =
                mall.value(String.class, "select name from card_provider where id = ?", fixture.channels.provider);
        String body = "{\"request_id\":\"" + unknown.id() + "\",\"state\":\"done\",\"number\":\"RC9\"}";
        Recharges recharges = mall.get(Recharges.class);
        for (String wrong : new String[] {"forged", SECRET + "x", ""}) {
            assertThatThrownBy(() -> recharges.hear(STRANGER, name, news(wrong, unknown.id(), body, Instant.now())))
                    .hasMessageContaining("call_back_refused");
        }
        assertThatThrownBy(() -> recharges.hear(
                        STRANGER,
                        name,
                        news(SECRET, unknown.id(), body, Instant.now().minusSeconds(3600))))
                .hasMessageContaining("call_back_refused");
        assertThatThrownBy(() -> recharges.hear(STRANGER, "nobody", news(SECRET, unknown.id(), body, Instant.now())))
                .hasMessageContaining("call_back_refused");
        assertThat(recharges.view(STRANGER, unknown.id()).state()).isEqualTo(RechargeView.State.UNKNOWN);
        recharges.hear(STRANGER, name, news(SECRET, unknown.id(), body, Instant.now()));
        recharges.hear(STRANGER, name, news(SECRET, unknown.id(), body, Instant.now()));
        assertThat(recharges.view(STRANGER, unknown.id()).providerNumber()).isEqualTo("RC9");
    }

    private static CardNews news(String secret, UUID id, String body, Instant at) {
        String timestamp = String.valueOf(at.getEpochSecond());
        String signature = secret.isEmpty() ? "" : Signed.base64(secret, id + "." + timestamp + "." + body);
        return new CardNews(
                Map.of("Card-Id", id.toString(), "Card-Timestamp", timestamp, "Card-Signature", signature), body);
    }

    @Test
    @Tag("E15")
    void anotherProviderIsADescriptionAndNoChangeOfTheProgram() {
        String description = """
                {"recharge": {"method": "POST", "path": "/topups", "body": {"ref": "{request}", "good": "{sku}", "to": "{account}"}},
                 "ask": {"method": "GET", "path": "/topups/{request}"}, "day": {"method": "GET", "path": "/settled/{day}"},
                 "headers": {"X-Api-Key": "{key}"}, "signatureHeader": "X-Sign", "timestampHeader": "X-Time", "encoding": "hex",
                 "requestAt": "/ref", "stateAt": "/result/word", "numberAt": "/result/no", "reasonAt": "/result/why",
                 "skuAt": "/good", "done": ["OK"], "refused": ["NO"], "neverSeenStatus": 404, "dayRows": "/rows"}
                """;
        reach("described", "http://127.0.0.1:" + maker.getAddress().getPort(), description, SECRET);
        assertThat(redeem("plain.account").providerNumber()).isEqualTo("N-1");
        assertThat(redeem("no.account").state()).isEqualTo(RechargeView.State.FAILED);
        RechargeView unsigned = redeem("unsigned.answer");
        assertThat(unsigned.state()).isEqualTo(RechargeView.State.UNKNOWN);
        settle();
        assertThat(mall.get(Recharges.class).view(STRANGER, unsigned.id()).state())
                .isEqualTo(RechargeView.State.DONE);
        assertThat(HEARD).allMatch(line -> line.contains(KEY));
    }

    /** A provider of another make: other addresses, names and words, the signature in hex over time and body. */
    private static void answer(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = call.getRequestURI().getPath();
        String time = call.getRequestHeaders().getFirst("X-Time");
        boolean own = Signed.hex(SECRET, time + "." + (body.isEmpty() ? path : body))
                .equals(call.getRequestHeaders().getFirst("X-Sign"));
        HEARD.add(call.getRequestHeaders().getFirst("X-Api-Key") + " " + body);
        String word = !own || body.contains("no.account") ? "NO" : "OK";
        String said = "{\"ref\":\"x\",\"result\":{\"word\":\"" + word + "\",\"no\":\"N-1\",\"why\":\"closed\"}}";
        String now = String.valueOf(Instant.now().getEpochSecond());
        call.getResponseHeaders().set("X-Time", now);
        if (!body.contains("unsigned")) {
            call.getResponseHeaders().set("X-Sign", Signed.hex(SECRET, now + "." + said));
        }
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Test
    @Tag("E15")
    void everyWayOfTalkingIsNamed() {
        assertThat(mall.get(Recharges.class).adapters(WORKER)).isEqualTo(List.of("described", "fake", "sandbox"));
    }
}
