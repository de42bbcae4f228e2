package dev.rialto.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.sandbox.Sandbox;
import dev.rialto.sandbox.SandboxSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter against the real sandbox gateway over HTTP. */
class SandboxGatewayTest {
    private static final Money PRICE = new Money(12_000, "KRW");
    private static final String KEY = "key_of_the_mall_for_tests";
    private static final String SECRET = "whsec_dGhlLW1hbGwncy1zZWNyZXQtZm9yLXRlc3Rz";

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private SandboxGateway gateway;
    private final String request = Ids.external("pay", Ids.next());

    @BeforeEach
    void open() {
        sandbox = Sandbox.start(new SandboxSettings(
                "127.0.0.1",
                0,
                folder.resolve("journal.jsonl"),
                KEY,
                SECRET,
                null,
                Duration.ofMillis(20),
                Duration.ofMinutes(30)));
        gateway = gateway(sandbox.url(), KEY, Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static SandboxGateway gateway(String url, String key, Duration timeout) {
        return new SandboxGateway(new PaymentSettings(
                "sandbox",
                "http://mall.test",
                PaymentSettings.CaptureTime.ORDER,
                timeout,
                Duration.ofMinutes(1),
                new PaymentSettings.Sandbox(url, key, SECRET),
                new PaymentSettings.Stripe("https://stripe.test", "", "", List.of())));
    }

    private HostedPayment payment(Money amount) {
        return new HostedPayment(
                request,
                "payment_1",
                PaymentMethod.CARD,
                amount,
                "http://mall.test/back",
                "http://127.0.0.1:9/nobody",
                "ko",
                null);
    }

    private PaymentGateway.Opening.Opened opened() {
        return (PaymentGateway.Opening.Opened) gateway.open(payment(PRICE));
    }

    private void pay(String url, String card) throws Exception {
        HttpRequest form = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString("number=" + card + "&expiry=12/34&cvc=123"))
                .build();
        HttpClient.newHttpClient().send(form, HttpResponse.BodyHandlers.discarding());
    }

    private String approved() throws Exception {
        PaymentGateway.Opening.Opened page = opened();
        pay(page.url(), "4242424242424242");
        return page.reference();
    }

    private PaymentGateway.GatewayChange change(String id, String reference, long won) {
        return new PaymentGateway.GatewayChange(
                id, new PaymentGateway.GatewayPayment(request, reference), new Money(won, "KRW"));
    }

    private void switches(String faults) throws Exception {
        HttpRequest put = HttpRequest.newBuilder(URI.create(sandbox.url() + "/admin/switches"))
                .header("Authorization", "Bearer " + KEY)
                .PUT(HttpRequest.BodyPublishers.ofString(faults))
                .build();
        HttpClient.newHttpClient().send(put, HttpResponse.BodyHandlers.discarding());
    }

    private PaymentGateway.Inquiry ask() {
        return gateway.ask(new PaymentGateway.GatewayPayment(request, null));
    }

    @Test
    @Tag("D48")
    void anApprovalIsReportedWithAmountAndTransaction() throws Exception {
        String reference = approved();
        assertThat(ask()).isInstanceOfSatisfying(GatewayReport.class, report -> {
            assertThat(report.status()).isEqualTo(GatewayReport.Status.APPROVED);
            assertThat(report.reference()).isEqualTo(reference);
            assertThat(report.amount()).isEqualTo(PRICE);
            assertThat(report.transaction()).startsWith("tx_");
        });
    }

    @Test
    @Tag("D49")
    void aDeclineLeavesThePageOpenAndTellsTheReason() throws Exception {
        pay(opened().url(), "4000000000009995");
        assertThat(ask()).isInstanceOfSatisfying(GatewayReport.class, report -> {
            assertThat(report.status()).isEqualTo(GatewayReport.Status.OPEN);
            assertThat(report.result()).isEqualTo("open: insufficient_funds");
        });
    }

    @Test
    void aDroppedAnswerIsUnknownAndTheSameRequestFindsThePage() throws Exception {
        switches("{\"faults\": {\"drop_answer\": 1}}");
        assertThat(gateway.open(payment(PRICE))).isInstanceOf(PaymentGateway.Opening.Unknown.class);
        assertThat(ask()).isInstanceOf(GatewayReport.class);
        assertThat(gateway.open(payment(PRICE))).isInstanceOf(PaymentGateway.Opening.Opened.class);
    }

    @Test
    void anAnswerThatTakesTooLongIsUnknown() throws Exception {
        switches("{\"faults\": {\"delay\": 1}, \"delay_millis\": 600}");
        SandboxGateway impatient = gateway(sandbox.url(), KEY, Duration.ofMillis(200));
        assertThat(impatient.open(payment(PRICE))).isInstanceOf(PaymentGateway.Opening.Unknown.class);
    }

    @Test
    void aRefusalIsNoUnknown() throws Exception {
        switches("{\"faults\": {\"refuse\": 1}}");
        assertThat(gateway.open(payment(PRICE))).isEqualTo(new PaymentGateway.Opening.Refused("refused"));
    }

    @Test
    void aWrongKeyIsARefusal() {
        SandboxGateway stranger = gateway(sandbox.url(), "another_key_than_agreed", Duration.ofSeconds(5));
        assertThat(stranger.open(payment(PRICE))).isEqualTo(new PaymentGateway.Opening.Refused("unauthenticated"));
    }

    @Test
    void anUnavailableGatewayIsUnknownAndKnowsNothing() throws Exception {
        switches("{\"faults\": {\"unavailable\": 1}}");
        assertThat(gateway.open(payment(PRICE))).isEqualTo(new PaymentGateway.Opening.Unknown("unavailable"));
        assertThat(ask()).isEqualTo(new PaymentGateway.Inquiry.NeverSeen());
    }

    @Test
    void nobodyThereIsNoAnswer() {
        sandbox.close();
        assertThat(ask()).isInstanceOf(PaymentGateway.Inquiry.NoAnswer.class);
        assertThat(gateway.open(payment(PRICE))).isInstanceOf(PaymentGateway.Opening.Unknown.class);
    }

    @Test
    void capturesAndRefundsInPartsAreMadeOnce() throws Exception {
        String reference = approved();
        PaymentGateway.GatewayAnswer done = new PaymentGateway.GatewayAnswer.Done();
        assertThat(gateway.capture(change("c1", reference, 5_000))).isEqualTo(done);
        assertThat(gateway.capture(change("c1", reference, 5_000))).isEqualTo(done);
        assertThat(gateway.capture(change("c2", reference, 7_000))).isEqualTo(done);
        assertThat(gateway.refund(change("r1", reference, 12_000))).isEqualTo(done);
        assertThat(gateway.refund(change("r2", reference, 1)))
                .isEqualTo(new PaymentGateway.GatewayAnswer.Refused("amount_too_large"));
    }

    @Test
    void aReleaseIsReportedAsVoided() throws Exception {
        String reference = approved();
        assertThat(gateway.release(change("v1", reference, 12_000))).isEqualTo(new PaymentGateway.GatewayAnswer.Done());
        assertThat(ask()).isInstanceOfSatisfying(GatewayReport.class, report -> assertThat(report.status())
                .isEqualTo(GatewayReport.Status.VOIDED));
    }

    @Test
    void aLostCaptureIsUnknownAndDoneWhenAskedAgain() throws Exception {
        String reference = approved();
        switches("{\"faults\": {\"drop_answer\": 1}}");
        assertThat(gateway.capture(change("c1", reference, 12_000)))
                .isInstanceOf(PaymentGateway.GatewayAnswer.Unknown.class);
        assertThat(gateway.capture(change("c1", reference, 12_000))).isEqualTo(new PaymentGateway.GatewayAnswer.Done());
    }

    private CallBack callBack(Instant at, String body) {
        String timestamp = String.valueOf(at.getEpochSecond());
        return new CallBack(
                Map.of(
                        "webhook-id",
                        "evt_1",
                        "webhook-timestamp",
                        timestamp,
                        "webhook-signature",
                        "v1,bm90IHRoaXM= " + WebhookSignature.sign(SECRET, "evt_1." + timestamp + "." + body)),
                body);
    }

    @Test
    void aSignedCallBackIsReadAndAChangedOrOldOneRefused() {
        String body = "{\"type\":\"payment.approved\",\"data\":{\"id\":\"cs_1\",\"request_id\":\"pay_1\","
                + "\"state\":\"approved\",\"amount\":12000,\"currency\":\"KRW\",\"transaction\":\"tx_1\"}}";
        Instant now = Instant.now();
        assertThat(gateway.read(callBack(now, body))).get().satisfies(report -> {
            assertThat(report.requestId()).isEqualTo("pay_1");
            assertThat(report.status()).isEqualTo(GatewayReport.Status.APPROVED);
        });
        refused(new CallBack(callBack(now, body).headers(), body.replace("12000", "1")));
        refused(callBack(now.minusSeconds(330), body));
        refused(callBack(now.plusSeconds(330), body));
        refused(new CallBack(Map.of(), body));
    }

    private void refused(CallBack callBack) {
        assertThatThrownBy(() -> gateway.read(callBack))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(PaymentError.BAD_SIGNATURE));
    }

    @Test
    void twoSecretsLiveWhileOneIsReplaced() {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_000_000), ZoneOffset.UTC);
        CallBack callBack = callBack(clock.instant(), "{}");
        new WebhookSignature("whsec_bmV3LXNlY3JldC1vZi10aGUtbWFsbA==," + SECRET, clock).check(callBack);
    }
}
