package dev.rialto.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Money;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The adapter against a local double that gives Stripe's documented answers; the real Stripe is not called. */
class StripeGatewayTest {
    private static final String SECRET = "whsec_of_the_double";
    private static final Money PRICE = new Money(12_000, "KRW");
    private static final PaymentGateway.GatewayAnswer DONE = new PaymentGateway.GatewayAnswer.Done();

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private HttpServer stripe;
    private StripeGateway gateway;

    @BeforeEach
    void open() throws IOException {
        stripe = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        stripe.createContext("/", this::answer);
        stripe.start();
        gateway = new StripeGateway(settings("sk_test_double"));
    }

    private PaymentSettings settings(String key) {
        return new PaymentSettings(
                "stripe",
                "http://mall.test",
                PaymentSettings.CaptureTime.ORDER,
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                new PaymentSettings.Sandbox("http://sandbox.test", "key", "whsec_"),
                new PaymentSettings.Stripe(
                        "http://127.0.0.1:" + stripe.getAddress().getPort(), key, SECRET, List.of("kakao_pay")));
    }

    @AfterEach
    void close() {
        stripe.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String route =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        calls.add(route + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                + URLDecoder.decode(form, StandardCharsets.UTF_8));
        byte[] body = answers.getOrDefault(route, "{\"error\": {\"code\": \"resource_missing\"}}")
                .getBytes(StandardCharsets.UTF_8);
        int status = statuses.getOrDefault(route, answers.containsKey(route) ? 200 : 404);
        if (status == 0) {
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String session(String status, String intent) {
        return """
                {"id": "cs_1", "object": "checkout.session", "status": "%s", "client_reference_id": "pay_1",
                 "amount_total": 12000, "currency": "krw", "payment_status": "unpaid",
                 "url": "https://checkout.stripe.com/c/pay/cs_1", "payment_intent": %s}
                """.formatted(status, intent);
    }

    private static String intent(String status, long received) {
        return """
                {"id": "pi_1", "object": "payment_intent", "status": "%s", "amount": 12000, "amount_received": %d,
                 "currency": "krw"}
                """.formatted(status, received);
    }

    private static HostedPayment payment(Money amount) {
        return payment(amount, null);
    }

    private static HostedPayment payment(Money amount, HostedPayment.@Nullable Payer payer) {
        return new HostedPayment(
                "pay_1",
                "payment_1",
                PaymentMethod.CARD,
                amount,
                "https://mall.test/back",
                "https://mall.test/told",
                "ko",
                payer);
    }

    private PaymentGateway.GatewayChange change(String requestId, long won) {
        return new PaymentGateway.GatewayChange(
                requestId, new PaymentGateway.GatewayPayment("pay_1", "cs_1"), new Money(won, "KRW"));
    }

    private PaymentGateway.Inquiry ask() {
        return gateway.ask(new PaymentGateway.GatewayPayment("pay_1", "cs_1"));
    }

    @Test
    void aPageIsOpenedWithManualCaptureUnderTheRequestId() {
        answers.put("POST /v1/checkout/sessions", session("open", "null"));
        assertThat(gateway.open(payment(PRICE)))
                .isEqualTo(new PaymentGateway.Opening.Opened("cs_1", "https://checkout.stripe.com/c/pay/cs_1"));
        assertThat(calls.get(0))
                .contains(
                        " pay_1 ",
                        "capture_method]=manual",
                        "client_reference_id=pay_1",
                        "unit_amount]=12000",
                        "currency]=krw",
                        "locale=ko");
    }

    @Test
    void aMembersPageAsksWhetherTheCardMayBeKeptAndShowsThePayersOwn() {
        answers.put("POST /v1/checkout/sessions", session("open", "null"));
        gateway.open(payment(PRICE, new HostedPayment.Payer(null)));
        gateway.open(payment(PRICE, new HostedPayment.Payer("cus_1")));
        assertThat(calls.get(0)).contains("payment_method_save]=enabled", "customer_creation=always");
        assertThat(calls.get(1))
                .contains("payment_method_save]=enabled", "customer=cus_1")
                .doesNotContain("customer_creation");
    }

    @Test
    void aKeptCardIsReadFromThePaymentAndOneThatMayNotBeShownAgainIsNone() {
        answers.put("GET /v1/checkout/sessions/cs_1", kept("always"));
        assertThat(gateway.keptCard(new PaymentGateway.GatewayPayment("pay_1", "cs_1")))
                .isEqualTo(new PaymentGateway.CardAnswer.Kept("cus_1", "pm_1", "visa", "4242", YearMonth.of(2034, 12)));
        answers.put("GET /v1/checkout/sessions/cs_1", kept("limited"));
        assertThat(gateway.keptCard(new PaymentGateway.GatewayPayment("pay_1", "cs_1")))
                .isEqualTo(new PaymentGateway.CardAnswer.NotKept());
        statuses.put("GET /v1/checkout/sessions/cs_1", 500);
        assertThat(gateway.keptCard(new PaymentGateway.GatewayPayment("pay_1", "cs_1")))
                .isInstanceOf(PaymentGateway.CardAnswer.Unknown.class);
    }

    private static String kept(String redisplay) {
        return session("complete", """
                {"id": "pi_1", "object": "payment_intent", "status": "requires_capture", "amount": 12000,
                 "amount_received": 0, "currency": "krw", "payment_method":
                   {"id": "pm_1", "object": "payment_method", "allow_redisplay": "%s", "customer": "cus_1",
                    "card": {"brand": "visa", "last4": "4242", "exp_month": 12, "exp_year": 2034}}}
                """.formatted(redisplay)).replaceFirst("\\{", "{\"customer\": \"cus_1\", ");
    }

    @Test
    void aCardIsForgottenOnceAndOneThatIsUnknownThereCountsAsForgotten() {
        answers.put("POST /v1/payment_methods/pm_1/detach", "{\"id\": \"pm_1\", \"object\": \"payment_method\"}");
        assertThat(gateway.forgetCard("forget-1", "pm_1")).isEqualTo(DONE);
        assertThat(calls.get(0)).contains("detach forget-1 ");
        assertThat(gateway.forgetCard("forget-2", "pm_2")).isEqualTo(DONE);
        statuses.put("POST /v1/payment_methods/pm_1/detach", 500);
        assertThat(gateway.forgetCard("forget-1", "pm_1")).isInstanceOf(PaymentGateway.GatewayAnswer.Unknown.class);
    }

    @Test
    void aWalletsPageOffersTheWalletsOfTheSettingsAndTakesAtOnce() {
        answers.put("POST /v1/checkout/sessions", session("open", "null"));
        gateway.open(new HostedPayment(
                "pay_1",
                "payment_1",
                PaymentMethod.WALLET,
                PRICE,
                "https://mall.test/back",
                "https://mall.test/told",
                "ko",
                null));
        assertThat(calls.get(0)).contains("payment_method_types[0]=kakao_pay").doesNotContain("capture_method");
        assertThat(gateway.methods()).containsExactly(PaymentMethod.CARD, PaymentMethod.WALLET);
    }

    @Test
    void whatAWalletTookAtOnceIsSentBackWhenItIsGivenUp() {
        answers.put("GET /v1/checkout/sessions/cs_1", session("complete", intent("succeeded", 12_000)));
        answers.put("POST /v1/refunds", "{\"id\": \"re_1\", \"object\": \"refund\"}");
        assertThat(gateway.release(change("pay_1-void", 12_000))).isEqualTo(DONE);
        assertThat(calls).anyMatch(call -> call.startsWith("POST /v1/refunds pay_1-void "));
    }

    @Test
    void aPartIsCapturedAsNotTheLastWhileMoreMayFollow() {
        answers.put("GET /v1/checkout/sessions/cs_1", session("complete", intent("requires_capture", 0)));
        answers.put("POST /v1/payment_intents/pi_1/capture", intent("requires_capture", 5_000));
        PaymentGateway.GatewayChange part = new PaymentGateway.GatewayChange(
                "capture_1",
                new PaymentGateway.GatewayPayment("pay_1", "cs_1"),
                new Money(5_000, "KRW"),
                new Money(7_000, "KRW"));
        assertThat(gateway.capture(part)).isEqualTo(DONE);
        assertThat(calls)
                .anyMatch(call -> call.contains("amount_to_capture=5000") && call.contains("final_capture=false"));
    }

    @Test
    void aRefusalNamesStripesCode() {
        answers.put(
                "POST /v1/checkout/sessions",
                "{\"error\": {\"type\": \"invalid_request_error\", \"code\": \"amount_too_small\"}}");
        statuses.put("POST /v1/checkout/sessions", 400);
        assertThat(gateway.open(payment(PRICE))).isEqualTo(new PaymentGateway.Opening.Refused("amount_too_small"));
    }

    @Test
    void aLostConnectionAndAServerErrorAreUnknown() {
        for (int status : new int[] {0, 500, 429, 409}) {
            statuses.put("POST /v1/checkout/sessions", status);
            assertThat(gateway.open(payment(PRICE))).isInstanceOf(PaymentGateway.Opening.Unknown.class);
        }
    }

    @Test
    void currenciesThatStripeCountsOtherwiseAreRefused() {
        assertThat(gateway.open(payment(new Money(5, "ISK"))))
                .isEqualTo(new PaymentGateway.Opening.Refused("currency"));
        assertThat(calls).isEmpty();
    }

    @Test
    void theStatesOfTheIntentAreTold() {
        states("open", "null", GatewayReport.Status.OPEN);
        states("expired", "null", GatewayReport.Status.DECLINED);
        states("complete", intent("requires_capture", 0), GatewayReport.Status.APPROVED);
        states("complete", intent("succeeded", 12_000), GatewayReport.Status.CAPTURED);
        states("complete", intent("canceled", 0), GatewayReport.Status.VOIDED);
        states("complete", intent("processing", 0), GatewayReport.Status.OPEN);
    }

    private void states(String session, String intent, GatewayReport.Status status) {
        answers.put("GET /v1/checkout/sessions/cs_1", session(session, intent));
        assertThat(ask()).isInstanceOfSatisfying(GatewayReport.class, report -> {
            assertThat(report.status()).isEqualTo(status);
            assertThat(report.amount()).isEqualTo(PRICE);
            assertThat(report.requestId()).isEqualTo("pay_1");
        });
    }

    @Test
    void capturesAndRefundsNameTheIntentAndTheirRequestId() {
        answers.put("GET /v1/checkout/sessions/cs_1", session("complete", intent("requires_capture", 0)));
        answers.put("POST /v1/payment_intents/pi_1/capture", intent("succeeded", 5_000));
        answers.put("POST /v1/refunds", "{\"id\": \"re_1\", \"object\": \"refund\", \"status\": \"succeeded\"}");
        assertThat(gateway.capture(change("c1", 5_000))).isEqualTo(DONE);
        assertThat(calls.get(1)).contains("capture c1 ", "amount_to_capture=5000");
        assertThat(gateway.refund(change("r1", 2_000))).isEqualTo(DONE);
        assertThat(calls.get(3)).contains("refunds r1 ", "payment_intent=pi_1", "amount=2000");
    }

    @Test
    void anOpenPageIsExpiredAndAnApprovalCancelled() {
        answers.put("GET /v1/checkout/sessions/cs_1", session("open", "null"));
        answers.put("POST /v1/checkout/sessions/cs_1/expire", session("expired", "null"));
        assertThat(gateway.release(change("v1", 12_000))).isEqualTo(DONE);
        answers.put("GET /v1/checkout/sessions/cs_1", session("complete", intent("requires_capture", 0)));
        answers.put("POST /v1/payment_intents/pi_1/cancel", intent("canceled", 0));
        assertThat(gateway.release(change("v2", 12_000))).isEqualTo(DONE);
        assertThat(calls).anyMatch(call -> call.startsWith("POST /v1/payment_intents/pi_1/cancel v2"));
    }

    @Test
    void aLostCaptureIsUnknown() {
        answers.put("GET /v1/checkout/sessions/cs_1", session("complete", intent("requires_capture", 0)));
        statuses.put("POST /v1/payment_intents/pi_1/capture", 0);
        assertThat(gateway.capture(change("c1", 5_000))).isInstanceOf(PaymentGateway.GatewayAnswer.Unknown.class);
    }

    private static String event(String type) {
        return "{\"id\": \"evt_1\", \"object\": \"event\", \"type\": \"" + type + "\", \"data\": {\"object\": "
                + session("complete", "\"pi_1\"") + "}}";
    }

    private static CallBack signed(String body, String secret) throws Exception {
        return new CallBack(Map.of("Stripe-Signature", Webhook.Signature.generateSignatureHeader(body, secret)), body);
    }

    @Test
    void aSignedCallBackTellsTheApproval() throws Exception {
        assertThat(gateway.read(signed(event("checkout.session.completed"), SECRET)))
                .get()
                .satisfies(report -> {
                    assertThat(report.status()).isEqualTo(GatewayReport.Status.APPROVED);
                    assertThat(report.transaction()).isEqualTo("pi_1");
                });
        assertThat(gateway.read(signed(event("customer.created"), SECRET))).isEmpty();
    }

    @Test
    void aForgedCallBackIsRefused() throws Exception {
        CallBack good = signed(event("checkout.session.completed"), SECRET);
        for (CallBack bad : List.of(
                signed(event("checkout.session.completed"), "whsec_of_another"),
                new CallBack(good.headers(), good.body().replace("12000", "1")),
                new CallBack(Map.of(), good.body()),
                new CallBack(Map.of(), "[]"))) {
            assertThatThrownBy(() -> gateway.read(bad))
                    .isInstanceOfSatisfying(
                            DomainException.class, e -> assertThat(e.code()).isEqualTo(PaymentError.BAD_SIGNATURE));
        }
    }

    @Test
    void withoutAKeyThereIsNoStripe() {
        StripeGateway unset = new StripeGateway(settings(""));
        assertThatThrownBy(() -> unset.open(payment(PRICE)))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(PaymentError.UNKNOWN_GATEWAY));
    }
}
