package dev.rialto.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speaks to the sandbox gateway over HTTP. */
@ApplicationScoped
class SandboxGateway implements PaymentGateway {
    private final PaymentSettings.Sandbox settings;
    private final Duration timeout;
    private final WebhookSignature signature;
    private final HttpClient http;

    @Inject
    SandboxGateway(PaymentSettings settings) {
        this.settings = settings.sandbox();
        this.timeout = settings.timeout();
        // the gateway's clock is the world's, also where tests have moved the mall's
        this.signature = new WebhookSignature(settings.sandbox().secret(), Clock.systemUTC());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SandboxGateway() {
        this.settings = null;
        this.timeout = Duration.ZERO;
        this.signature = null;
        this.http = null;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public List<PaymentMethod> methods() {
        return List.of(PaymentMethod.CARD, PaymentMethod.WALLET);
    }

    /**
     * An answer, or why there is none.
     *
     * @param status 0 when none came
     * @param body the answer, or why there is none
     */
    private record Answer(int status, String body) {
        boolean isDone() {
            return status >= 200 && status < 300;
        }

        /** A no that stays a no; everything else may have been done. */
        boolean isRefused() {
            return status >= 400 && status < 500 && status != 408 && status != 429;
        }

        String why() {
            return SandboxWire.read(body, SandboxWire.Problem.class)
                    .map(SandboxWire.Problem::code)
                    .orElse(status == 0 ? body : "status " + status);
        }
    }

    private Answer post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(SandboxWire.write(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.url() + path))
                .header("Authorization", "Bearer " + settings.key())
                .timeout(timeout);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Answer(0, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "interrupted");
        }
    }

    @Override
    public Opening open(HostedPayment payment) {
        Answer answer = post(
                "/v1/sessions",
                new SandboxWire.Opening(
                        payment.requestId(),
                        payment.merchantReference(),
                        payment.method().stored(),
                        payment.amount().minor(),
                        payment.amount().currency(),
                        payment.returnUrl(),
                        payment.callBackUrl(),
                        payment.language(),
                        payment.payer() == null ? null : payment.payer().customer(),
                        payment.payer() == null ? null : Boolean.TRUE));
        if (answer.isRefused()) {
            return new Opening.Refused(answer.why());
        }
        SandboxWire.Session session = session(answer);
        return session == null || session.id() == null || session.url() == null
                ? new Opening.Unknown(answer.why())
                : new Opening.Opened(session.id(), session.url());
    }

    private static SandboxWire.@Nullable Session session(Answer answer) {
        return answer.isDone()
                ? SandboxWire.read(answer.body(), SandboxWire.Session.class).orElse(null)
                : null;
    }

    @Override
    public Inquiry ask(GatewayPayment payment) {
        Answer answer =
                send(request("/v1/requests/" + escape(payment.requestId())).GET());
        if (answer.status() == 404) {
            return new Inquiry.NeverSeen();
        }
        if (!answer.isDone()) {
            return new Inquiry.NoAnswer(answer.why());
        }
        return SandboxWire.read(answer.body(), SandboxWire.Request.class)
                .flatMap(request -> Optional.ofNullable(request.session()))
                .flatMap(SandboxWire.Session::report)
                .<Inquiry>map(report -> report)
                .orElse(new Inquiry.NoAnswer("no session in the answer"));
    }

    @Override
    public CardAnswer keptCard(GatewayPayment payment) {
        Answer answer =
                send(request("/v1/requests/" + escape(payment.requestId())).GET());
        if (!answer.isDone()) {
            return answer.isRefused() ? new CardAnswer.NotKept() : new CardAnswer.Unknown(answer.why());
        }
        return SandboxWire.read(answer.body(), SandboxWire.Request.class)
                .flatMap(request -> Optional.ofNullable(request.session()))
                .flatMap(session -> Optional.ofNullable(session.keptCard()))
                .flatMap(SandboxWire.KeptCard::kept)
                .<CardAnswer>map(kept -> kept)
                .orElse(new CardAnswer.NotKept());
    }

    @Override
    public GatewayAnswer forgetCard(String requestId, String token) {
        Answer answer = post("/v1/cards/" + escape(token) + "/forget", new SandboxWire.Change(requestId, null));
        if (answer.isDone() || answer.status() == 404) {
            return new GatewayAnswer.Done();
        }
        return answer.isRefused() ? new GatewayAnswer.Refused(answer.why()) : new GatewayAnswer.Unknown(answer.why());
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public GatewayAnswer capture(GatewayChange change) {
        return change(change, "captures");
    }

    @Override
    public GatewayAnswer release(GatewayChange change) {
        return change(change, "voids");
    }

    @Override
    public GatewayAnswer refund(GatewayChange change) {
        return change(change, "refunds");
    }

    private GatewayAnswer change(GatewayChange change, String verb) {
        String reference = change.payment().reference();
        if (reference == null) {
            Inquiry known = ask(change.payment());
            if (known instanceof Inquiry.NeverSeen) {
                return verb.equals("voids") ? new GatewayAnswer.Done() : new GatewayAnswer.Refused("never seen");
            }
            if (!(known instanceof GatewayReport report)) {
                return new GatewayAnswer.Unknown("the payment's reference is not known");
            }
            reference = report.reference();
        }
        String what = reference.startsWith("va_") ? "/v1/accounts/" : "/v1/sessions/";
        Answer answer = post(
                what + escape(reference) + "/" + verb,
                new SandboxWire.Change(change.requestId(), change.amount().minor()));
        if (answer.isDone()) {
            return new GatewayAnswer.Done();
        }
        return answer.isRefused() ? new GatewayAnswer.Refused(answer.why()) : new GatewayAnswer.Unknown(answer.why());
    }

    @Override
    public boolean opensAccounts(String currency) {
        return true;
    }

    @Override
    public AccountAnswer openAccount(AccountWish wish) {
        Answer answer = post(
                "/v1/accounts",
                new SandboxWire.AccountOpening(
                        wish.requestId(),
                        wish.merchantReference(),
                        wish.amount().minor(),
                        wish.amount().currency(),
                        wish.callBackUrl(),
                        wish.dueAt().toString(),
                        wish.language()));
        if (answer.isRefused()) {
            return new AccountAnswer.Refused(answer.why());
        }
        return SandboxWire.read(answer.body(), SandboxWire.Account.class)
                .filter(account -> answer.isDone() && account.isWhole())
                .<AccountAnswer>map(SandboxWire.Account::issued)
                .orElse(new AccountAnswer.Unknown(answer.why()));
    }

    @Override
    public Optional<AccountReport> readAccount(CallBack callBack) {
        signature.check(callBack);
        return SandboxWire.read(callBack.body(), SandboxWire.PaidIn.class).flatMap(SandboxWire.PaidIn::report);
    }

    @Override
    public Optional<GatewayReport> read(CallBack callBack) {
        return told(callBack)
                .filter(told -> !told.isOfDispute())
                .flatMap(told -> Optional.ofNullable(told.data()))
                .flatMap(SandboxWire.Session::report);
    }

    private Optional<SandboxWire.Told> told(CallBack callBack) {
        signature.check(callBack);
        return SandboxWire.read(callBack.body(), SandboxWire.Told.class);
    }

    @Override
    public Optional<ChargebackReport> readChargeback(CallBack callBack) {
        return told(callBack)
                .filter(SandboxWire.Told::isOfDispute)
                .flatMap(told -> Optional.ofNullable(told.data()))
                .flatMap(SandboxWire.Session::chargeback);
    }

    @Override
    public Optional<ChargebackReport> askChargeback(String caseId, GatewayPayment payment) {
        Answer answer =
                send(request("/v1/requests/" + escape(payment.requestId())).GET());
        return answer.isDone()
                ? SandboxWire.read(answer.body(), SandboxWire.Request.class)
                        .flatMap(request -> Optional.ofNullable(request.session()))
                        .flatMap(SandboxWire.Session::chargeback)
                        .filter(report -> report.caseId().equals(caseId))
                : Optional.empty();
    }

    @Override
    public GatewayAnswer answerChargeback(ChargebackAnswer answer) {
        List<SandboxWire.Evidence> evidence = answer.evidence().stream()
                .map(piece -> new SandboxWire.Evidence(
                        piece.kind(),
                        piece.name(),
                        piece.mediaType(),
                        Base64.getEncoder().encodeToString(piece.content())))
                .toList();
        Answer heard = post(
                "/v1/disputes/" + escape(answer.caseId()) + "/answer",
                new SandboxWire.Answer(answer.requestId(), evidence));
        if (heard.isDone()) {
            return new GatewayAnswer.Done();
        }
        return heard.isRefused() ? new GatewayAnswer.Refused(heard.why()) : new GatewayAnswer.Unknown(heard.why());
    }
}
