package dev.rialto.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rialto.kernel.Caller;
import dev.rialto.ledger.Ledger;
import dev.rialto.platform.MallClock;
import dev.rialto.platform.TestMall;
import dev.rialto.sandbox.Sandbox;
import dev.rialto.sandbox.SandboxSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk, a real database, the real sandbox gateway and its call-backs over HTTP. */
class SandboxDeskIT {
    private static final Caller WORKER = Caller.worker("test");
    private static final String KEY = "key_of_the_mall_for_tests";
    private static final String SECRET = "whsec_dGhlLW1hbGwncy1zZWNyZXQtZm9yLXRlc3Rz";
    private static final List<String> SETTINGS = List.of(
            "rialto.payment.gateway",
            "rialto.sandbox.url",
            "rialto.sandbox.key",
            "rialto.sandbox.secret",
            "rialto.callback.url");

    @TempDir
    static Path folder;

    static final HttpClient BROWSER = HttpClient.newHttpClient();
    static final BlockingQueue<CallBack> TOLD = new LinkedBlockingQueue<>();
    static Map<String, String> before;
    static HttpServer listener;
    static Sandbox sandbox;
    static TestMall mall;
    static Shop shop;
    static PaymentDesk desk;

    @BeforeAll
    static void open() throws Exception {
        listener = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        listener.createContext("/api/callbacks/payment/sandbox", exchange -> {
            Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().get(0)));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            TOLD.add(new CallBack(headers, body));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
        sandbox = Sandbox.start(new SandboxSettings(
                "127.0.0.1",
                0,
                folder.resolve("journal.jsonl"),
                KEY,
                SECRET,
                null,
                Duration.ofMillis(20),
                Duration.ofMinutes(30)));
        settings();
        mall = TestMall.empty(folder);
        shop = new Shop(mall);
        desk = mall.get(PaymentDesk.class);
    }

    private static void settings() {
        before = SETTINGS.stream()
                .filter(name -> System.getProperty(name) != null)
                .collect(Collectors.toMap(name -> name, System::getProperty));
        System.setProperty("rialto.payment.gateway", "sandbox");
        System.setProperty("rialto.sandbox.url", sandbox.url());
        System.setProperty("rialto.sandbox.key", KEY);
        System.setProperty("rialto.sandbox.secret", SECRET);
        System.setProperty(
                "rialto.callback.url",
                "http://127.0.0.1:" + listener.getAddress().getPort());
    }

    @AfterAll
    static void close() {
        mall.close();
        sandbox.close();
        listener.stop(0);
        SETTINGS.forEach(System::clearProperty);
        before.forEach(System::setProperty);
    }

    private static UUID prepared(long won) {
        return desk.prepare(WORKER, shop.card(shop.checkout(), won));
    }

    private static String pageOf(UUID payment) {
        return ((PaymentStart.Redirect) desk.start(WORKER, payment)).url();
    }

    private static void pay(String page, String card) throws Exception {
        HttpRequest form = HttpRequest.newBuilder(URI.create(page))
                .POST(HttpRequest.BodyPublishers.ofString("number=" + card + "&expiry=12/34&cvc=123"))
                .build();
        BROWSER.send(form, HttpResponse.BodyHandlers.discarding());
    }

    private static UUID told(UUID payment) throws Exception {
        for (CallBack next = TOLD.poll(5, TimeUnit.SECONDS); next != null; next = TOLD.poll(5, TimeUnit.SECONDS)) {
            UUID about = desk.receiveCallBack(WORKER, "sandbox", next).orElseThrow();
            if (about.equals(payment)) {
                return about;
            }
        }
        throw new AssertionError("nobody called back about " + payment);
    }

    private static void switches(String json) throws Exception {
        HttpRequest put = HttpRequest.newBuilder(URI.create(sandbox.url() + "/admin/switches"))
                .header("Authorization", "Bearer " + KEY)
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        BROWSER.send(put, HttpResponse.BodyHandlers.discarding());
    }

    private static PaymentView view(UUID payment) {
        return desk.view(WORKER, payment);
    }

    private static UUID consumed(UUID payment) {
        UUID order = shop.order(view(payment).checkoutId());
        assertThat(desk.consumeApproval(WORKER, payment, order)).isTrue();
        mall.get(Ledger.class)
                .postSale(WORKER, shop.sale(order, view(payment).amount().minor()));
        return order;
    }

    @Test
    @Tag("D48")
    void aCardPaymentFromThePageToTheCaptureAndARefund() throws Exception {
        UUID payment = prepared(12_000);
        pay(pageOf(payment), "4242424242424242");
        told(payment);
        assertThat(view(payment).state()).isEqualTo(PaymentState.APPROVED);
        consumed(payment);
        assertThat(desk.capture(WORKER, payment).state()).isEqualTo(PaymentState.CAPTURED);
        RefundPayment half =
                new RefundPayment(payment, null, null, shop.card(payment, 6_000).amount(), "half", "half-" + payment);
        assertThat(desk.refund(WORKER, half).state()).isEqualTo(RefundState.DONE);
        assertThat(view(payment).refundable().minor()).isEqualTo(6_000);
    }

    @Test
    @Tag("D49")
    void aDeclineIsKeptAndASecondCardPays() throws Exception {
        UUID payment = prepared(12_000);
        String page = pageOf(payment);
        pay(page, "4000000000009995");
        told(payment);
        assertThat(view(payment).state()).isEqualTo(PaymentState.PENDING);
        assertThat(view(payment).gatewayResult()).contains("insufficient_funds");
        pay(page, "4242424242424242");
        assertThat(desk.ask(WORKER, payment).state()).isEqualTo(PaymentState.APPROVED);
    }

    @Test
    void aDroppedAnswerStillLeadsToThePage() throws Exception {
        switches("{\"faults\": {\"drop_answer\": 1}}");
        UUID payment = prepared(12_000);
        assertThat(pageOf(payment)).startsWith(sandbox.url());
    }

    @Test
    void aLostCaptureIsEndedByTheJobWithoutTakingTwice() throws Exception {
        UUID payment = prepared(12_000);
        pay(pageOf(payment), "4242424242424242");
        desk.ask(WORKER, payment);
        consumed(payment);
        switches("{\"faults\": {\"drop_answer\": 1}}");
        assertThat(desk.capture(WORKER, payment).state()).isEqualTo(PaymentState.APPROVED);
        mall.get(MallClock.class).advance(Duration.ofMinutes(2));
        desk.settleUnknown(WORKER, 100);
        assertThat(view(payment).captured().minor()).isEqualTo(12_000);
    }

    @Test
    void aCallBackMadeTwiceActsOnce() throws Exception {
        switches("{\"faults\": {\"callback_twice\": 1}}");
        UUID payment = prepared(12_000);
        pay(pageOf(payment), "4242424242424242");
        told(payment);
        told(payment);
        assertThat(mall.value(int.class, "select count(*) from payment_event where payment_id = ?", payment))
                .isEqualTo(1);
    }

    @Test
    void anApprovalAfterTheShopperGaveUpIsVoidedAtTheGateway() throws Exception {
        UUID payment = prepared(12_000);
        pay(pageOf(payment), "4242424242424242");
        desk.voidApproval(WORKER, payment, "sold out");
        assertThat(desk.ask(WORKER, payment).state()).isEqualTo(PaymentState.VOIDED);
        HttpRequest journal = HttpRequest.newBuilder(URI.create(sandbox.url() + "/journal.json"))
                .build();
        assertThat(BROWSER.send(journal, HttpResponse.BodyHandlers.ofString()).body())
                .contains("\"kind\":\"voided\"");
    }

    @Test
    void aShopperWhoNeverCameBackIsFoundByTheJob() throws Exception {
        switches("{\"faults\": {\"no_callback\": 1}}");
        UUID payment = prepared(12_000);
        pay(pageOf(payment), "4242424242424242");
        mall.get(MallClock.class).advance(Duration.ofMinutes(2));
        assertThat(desk.settleUnknown(WORKER, 100)).contains(payment);
    }
}
