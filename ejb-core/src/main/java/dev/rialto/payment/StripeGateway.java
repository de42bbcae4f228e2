package dev.rialto.payment;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentMethodDetachParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionExpireParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to Stripe through its own SDK: a Checkout session with manual capture. Stripe counts most currencies in the
 * minor units of ISO 4217, as we do; those it counts otherwise are refused.
 */
@ApplicationScoped
class StripeGateway implements PaymentGateway {
    private static final Set<String> COUNTED_OTHERWISE = Set.of("ISK", "HUF", "TWD", "UGX", "MGA", "MRU");

    private final @Nullable StripeClient client;
    private final StripeNews news;
    private final List<SessionCreateParams.PaymentMethodType> wallets;

    @Inject
    StripeGateway(PaymentSettings settings) {
        int millis = Math.toIntExact(settings.timeout().toMillis());
        this.news = new StripeNews(settings.stripe().secret());
        this.wallets = settings.stripe().wallets().stream()
                .map(name -> SessionCreateParams.PaymentMethodType.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
        this.client = settings.stripe().key().isEmpty()
                ? null
                : StripeClient.builder()
                        .setApiKey(settings.stripe().key())
                        .setApiBase(settings.stripe().url())
                        .setConnectTimeout(millis)
                        .setReadTimeout(millis)
                        .setMaxNetworkRetries(0)
                        .build();
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StripeGateway() {
        this.client = null;
        this.news = null;
        this.wallets = List.of();
    }

    @Override
    public String name() {
        return "stripe";
    }

    private StripeClient stripe() {
        if (client == null) {
            throw PaymentError.UNKNOWN_GATEWAY.because("gateway", "stripe");
        }
        return client;
    }

    private static RequestOptions once(String requestId) {
        return RequestOptions.builder().setIdempotencyKey(requestId).build();
    }

    /** A no that stays a no; a lost connection, a busy or failing server may have done it. */
    private static boolean isRefusal(StripeException e) {
        Integer status = e.getStatusCode();
        return status != null && status >= 400 && status < 500 && status != 409 && status != 429;
    }

    private static String reason(StripeException e) {
        return e.getCode() == null ? e.getClass().getSimpleName() : e.getCode();
    }

    @Override
    public Opening open(HostedPayment payment) {
        if (COUNTED_OTHERWISE.contains(payment.amount().currency())) {
            return new Opening.Refused("currency");
        }
        try {
            Session session = stripe().v1()
                    .checkout()
                    .sessions()
                    .create(StripePage.of(payment, wallets), once(payment.requestId()));
            return new Opening.Opened(session.getId(), session.getUrl());
        } catch (StripeException e) {
            return isRefusal(e) ? new Opening.Refused(reason(e)) : new Opening.Unknown(reason(e));
        }
    }

    @Override
    public List<PaymentMethod> methods() {
        return wallets.isEmpty() ? List.of(PaymentMethod.CARD) : List.of(PaymentMethod.CARD, PaymentMethod.WALLET);
    }

    /** A page whose answer was lost before its reference was heard is open to nobody: it counts as never seen. */
    @Override
    public Inquiry ask(GatewayPayment payment) {
        if (payment.reference() == null) {
            return new Inquiry.NeverSeen();
        }
        try {
            return StripeNews.report(session(payment.reference()))
                    .<Inquiry>map(report -> report)
                    .orElse(new Inquiry.NoAnswer("incomplete session"));
        } catch (StripeException e) {
            return new Inquiry.NoAnswer(reason(e));
        }
    }

    private Session session(String reference) throws StripeException {
        return session(reference, "payment_intent");
    }

    private Session session(String reference, String expand) throws StripeException {
        SessionRetrieveParams with =
                SessionRetrieveParams.builder().addExpand(expand).build();
        return stripe().v1().checkout().sessions().retrieve(reference, with);
    }

    /** One call of the SDK about a session. */
    private interface Deed {
        void on(Session session) throws StripeException;
    }

    private GatewayAnswer change(GatewayChange change, Deed deed) {
        String reference = change.payment().reference();
        if (reference == null) {
            return new GatewayAnswer.Refused("never seen");
        }
        try {
            deed.on(session(reference));
            return new GatewayAnswer.Done();
        } catch (StripeException e) {
            return isRefusal(e) ? new GatewayAnswer.Refused(reason(e)) : new GatewayAnswer.Unknown(reason(e));
        }
    }

    @Override
    public GatewayAnswer capture(GatewayChange change) {
        PaymentIntentCaptureParams amount = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(change.amount().minor())
                .setFinalCapture(change.left().isZero() ? null : false)
                .build();
        return change(change, session -> {
            if (!isAt(session, "succeeded")) {
                stripe().v1().paymentIntents().capture(session.getPaymentIntent(), amount, once(change.requestId()));
            }
        });
    }

    @Override
    public GatewayAnswer release(GatewayChange change) {
        return change(change, session -> {
            if ("open".equals(session.getStatus())) {
                SessionExpireParams all = SessionExpireParams.builder().build();
                stripe().v1().checkout().sessions().expire(session.getId(), all, once(change.requestId()));
            } else if (isTakenWhole(session)) {
                refund(session, null, change.requestId());
            } else if (session.getPaymentIntent() != null
                    && !isAt(session, "canceled")
                    && !isAt(session, "succeeded")) {
                PaymentIntentCancelParams all =
                        PaymentIntentCancelParams.builder().build();
                stripe().v1().paymentIntents().cancel(session.getPaymentIntent(), all, once(change.requestId()));
            }
        });
    }

    /** A wallet took the money at once: what was only to be authorised is sent back. */
    private static boolean isTakenWhole(Session session) {
        PaymentIntent intent = session.getPaymentIntentObject();
        return isAt(session, "succeeded") && intent.getAmount().equals(intent.getAmountReceived());
    }

    private static boolean isAt(Session session, String status) {
        PaymentIntent intent = session.getPaymentIntentObject();
        return intent != null && status.equals(intent.getStatus());
    }

    @Override
    public GatewayAnswer refund(GatewayChange change) {
        return change(change, session -> refund(session, change.amount().minor(), change.requestId()));
    }

    private void refund(Session session, @Nullable Long amount, String requestId) throws StripeException {
        RefundCreateParams.Builder refund = RefundCreateParams.builder()
                .setPaymentIntent(session.getPaymentIntent())
                .setAmount(amount);
        stripe().v1().refunds().create(refund.build(), once(requestId));
    }

    @Override
    public CardAnswer keptCard(GatewayPayment payment) {
        if (payment.reference() == null) {
            return new CardAnswer.NotKept();
        }
        try {
            return StripeNews.keptCard(session(payment.reference(), "payment_intent.payment_method"));
        } catch (StripeException e) {
            return isRefusal(e) ? new CardAnswer.NotKept() : new CardAnswer.Unknown(reason(e));
        }
    }

    @Override
    public GatewayAnswer forgetCard(String requestId, String token) {
        try {
            PaymentMethodDetachParams all = PaymentMethodDetachParams.builder().build();
            stripe().v1().paymentMethods().detach(token, all, once(requestId));
            return new GatewayAnswer.Done();
        } catch (StripeException e) {
            if (Integer.valueOf(404).equals(e.getStatusCode())) {
                return new GatewayAnswer.Done();
            }
            return isRefusal(e) ? new GatewayAnswer.Refused(reason(e)) : new GatewayAnswer.Unknown(reason(e));
        }
    }

    @Override
    public Optional<GatewayReport> read(CallBack callBack) {
        return news.read(callBack);
    }

    @Override
    public Optional<ChargebackReport> readChargeback(CallBack callBack) {
        return news.readChargeback(callBack);
    }

    @Override
    public Optional<ChargebackReport> askChargeback(String caseId, GatewayPayment payment) {
        try {
            return StripeNews.chargeback(stripe().v1().disputes().retrieve(caseId));
        } catch (StripeException e) {
            return Optional.empty();
        }
    }

    @Override
    public GatewayAnswer answerChargeback(ChargebackAnswer answer) {
        try {
            if (answer.evidence().isEmpty()) {
                stripe().v1().disputes().close(answer.caseId(), once(answer.requestId()));
            } else {
                stripe().v1()
                        .disputes()
                        .update(answer.caseId(), StripeEvidence.of(answer.evidence()), once(answer.requestId()));
            }
            return new GatewayAnswer.Done();
        } catch (StripeException e) {
            return isRefusal(e) ? new GatewayAnswer.Refused(reason(e)) : new GatewayAnswer.Unknown(reason(e));
        }
    }
}
