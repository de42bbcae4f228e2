package dev.rialto.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A gateway within the test: it remembers what it did under each request id, and can lose answers. Name it when the
 * mall is opened: {@code FakeGateway.prefer(); TestMall.empty(folder, FakeGateway.class)}.
 */
@ApplicationScoped
public class FakeGateway implements PaymentGateway {
    private final Map<String, HostedPayment> pages = new ConcurrentHashMap<>();
    private final Map<String, GatewayReport.Status> states = new ConcurrentHashMap<>();
    private final Map<String, GatewayChange> changes = new ConcurrentHashMap<>();
    private final Map<String, CardAnswer> kept = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Trouble> troubles = new ConcurrentLinkedDeque<>();

    /** What may go wrong with a call. */
    public enum Trouble {
        /** It acts, and the answer is lost. */
        LOSE_ANSWER,
        /** It does not even arrive. */
        LOSE_REQUEST,
        /** It says no. */
        REFUSE
    }

    /** Makes it the gateway of new payments in malls that are opened from now on. */
    public static void prefer() {
        System.setProperty("rialto.payment.gateway", "fake");
    }

    /** The next calls have these troubles, one each. */
    public void next(Trouble... next) {
        troubles.addAll(List.of(next));
    }

    /** The shopper pays on the page. */
    public void approve(String requestId) {
        states.put(requestId, GatewayReport.Status.APPROVED);
    }

    /** The shopper pays on the page and lets the card be kept; each payer is the same one. */
    public void approveAndKeep(String requestId) {
        approve(requestId);
        kept.put(requestId, new CardAnswer.Kept("cus_1", "card_" + requestId, "visa", "4242", YearMonth.of(2034, 12)));
    }

    /** The shopper leaves the page until it expires. */
    public void decline(String requestId) {
        states.put(requestId, GatewayReport.Status.DECLINED);
    }

    /** Every call in its order: verb and request id. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** The page that was opened under this request id. */
    public HostedPayment page(String requestId) {
        return pages.get(requestId);
    }

    public GatewayReport.Status state(String requestId) {
        return states.get(requestId);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Opening open(HostedPayment payment) {
        calls.add("open " + payment.requestId());
        Trouble trouble = troubles.poll();
        if (trouble == Trouble.REFUSE) {
            return new Opening.Refused("refused");
        }
        if (trouble == Trouble.LOSE_REQUEST) {
            return new Opening.Unknown("timeout");
        }
        pages.putIfAbsent(payment.requestId(), payment);
        states.putIfAbsent(payment.requestId(), GatewayReport.Status.OPEN);
        return trouble == Trouble.LOSE_ANSWER
                ? new Opening.Unknown("timeout")
                : new Opening.Opened("ref-" + payment.requestId(), "https://pay.test/" + payment.requestId());
    }

    @Override
    public Inquiry ask(GatewayPayment payment) {
        calls.add("ask " + payment.requestId());
        if (troubles.poll() != null) {
            return new Inquiry.NoAnswer("timeout");
        }
        return pages.containsKey(payment.requestId()) ? report(payment.requestId()) : new Inquiry.NeverSeen();
    }

    private GatewayReport report(String requestId) {
        GatewayReport.Status status = states.get(requestId);
        boolean approved = status == GatewayReport.Status.APPROVED || status == GatewayReport.Status.CAPTURED;
        return new GatewayReport(
                "event-" + requestId + "-" + status,
                requestId,
                "ref-" + requestId,
                status,
                pages.get(requestId).amount(),
                status == GatewayReport.Status.CAPTURED
                        ? pages.get(requestId).amount().minor()
                        : 0,
                approved ? "tx-" + requestId : null,
                status.name().toLowerCase(java.util.Locale.ROOT),
                "https://pay.test/" + requestId);
    }

    @Override
    public GatewayAnswer capture(GatewayChange change) {
        return change("capture", change, GatewayReport.Status.CAPTURED);
    }

    @Override
    public GatewayAnswer release(GatewayChange change) {
        return change("release", change, GatewayReport.Status.VOIDED);
    }

    @Override
    public GatewayAnswer refund(GatewayChange change) {
        return change("refund", change, GatewayReport.Status.CAPTURED);
    }

    private GatewayAnswer change(String verb, GatewayChange change, GatewayReport.Status next) {
        calls.add(verb + " " + change.requestId());
        Trouble trouble = troubles.poll();
        if (trouble == Trouble.REFUSE) {
            return new GatewayAnswer.Refused("refused");
        }
        if (trouble == Trouble.LOSE_REQUEST) {
            return new GatewayAnswer.Unknown("timeout");
        }
        changes.putIfAbsent(change.requestId(), change);
        states.put(change.payment().requestId(), next);
        return trouble == Trouble.LOSE_ANSWER ? new GatewayAnswer.Unknown("timeout") : new GatewayAnswer.Done();
    }

    /** What was done under this request id. */
    public Optional<GatewayChange> done(String requestId) {
        return Optional.ofNullable(changes.get(requestId));
    }

    @Override
    public CardAnswer keptCard(GatewayPayment payment) {
        calls.add("card " + payment.requestId());
        return troubles.poll() == null
                ? kept.getOrDefault(payment.requestId(), new CardAnswer.NotKept())
                : new CardAnswer.Unknown("timeout");
    }

    @Override
    public GatewayAnswer forgetCard(String requestId, String token) {
        calls.add("forget " + token);
        return troubles.poll() == null ? new GatewayAnswer.Done() : new GatewayAnswer.Unknown("timeout");
    }

    /** Header {@code signature: good}; the body is the request id. */
    @Override
    public Optional<GatewayReport> read(CallBack callBack) {
        if (callBack.header("signature").filter("good"::equals).isEmpty()) {
            throw PaymentError.BAD_SIGNATURE.now();
        }
        return pages.containsKey(callBack.body()) ? Optional.of(report(callBack.body())) : Optional.empty();
    }

    /** Header {@code signature: good}; the body is case, request id, stage and amount in won, between spaces. */
    @Override
    public Optional<ChargebackReport> readChargeback(CallBack callBack) {
        String[] told = callBack.body().split(" ");
        if (callBack.header("signature").filter("good"::equals).isEmpty()) {
            throw PaymentError.BAD_SIGNATURE.now();
        }
        return told.length == 4
                ? Optional.of(new ChargebackReport(
                        told[0],
                        told[1],
                        null,
                        ChargebackReport.Stage.valueOf(told[2]),
                        new dev.rialto.kernel.Money(Long.parseLong(told[3]), "KRW"),
                        "fraudulent",
                        java.time.Instant.parse("2999-01-01T00:00:00Z")))
                : Optional.empty();
    }

    @Override
    public GatewayAnswer answerChargeback(ChargebackAnswer answer) {
        calls.add("answer " + answer.requestId() + " " + answer.evidence().size());
        Trouble trouble = troubles.poll();
        if (trouble == Trouble.REFUSE) {
            return new GatewayAnswer.Refused("refused");
        }
        return trouble == null ? new GatewayAnswer.Done() : new GatewayAnswer.Unknown("timeout");
    }

    @Override
    public boolean opensAccounts(String currency) {
        return currency.equals("KRW");
    }

    @Override
    public AccountAnswer openAccount(AccountWish wish) {
        calls.add("account " + wish.requestId());
        Trouble trouble = troubles.poll();
        if (trouble == Trouble.REFUSE) {
            return new AccountAnswer.Refused("refused");
        }
        return trouble == null
                ? new AccountAnswer.Issued("va-" + wish.requestId(), "Fake Bank", "77-" + wish.requestId(), "Mall")
                : new AccountAnswer.Unknown("timeout");
    }

    /** Header {@code signature: good}; the body is event, request id and amount in won, between spaces. */
    @Override
    public Optional<AccountReport> readAccount(CallBack callBack) {
        String[] told = callBack.body().split(" ");
        if (callBack.header("signature").filter("good"::equals).isEmpty()) {
            throw PaymentError.BAD_SIGNATURE.now();
        }
        return told.length == 3
                ? Optional.of(new AccountReport(
                        told[0],
                        told[1],
                        new dev.rialto.kernel.Money(Long.parseLong(told[2]), "KRW"),
                        java.time.Instant.parse("2026-01-05T03:00:00Z"),
                        "Kim"))
                : Optional.empty();
    }
}
