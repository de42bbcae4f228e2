package dev.rialto.payment;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import dev.rialto.kernel.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what Stripe tells: call-backs, whose signature the SDK checks, and sessions. */
final class StripeNews {
    private final String secret;

    StripeNews(String secret) {
        this.secret = secret;
    }

    /** Throws {@link PaymentError#BAD_SIGNATURE}; empty for events about something else. */
    Optional<GatewayReport> read(CallBack callBack) {
        String header = callBack.header("stripe-signature").orElse("");
        try {
            // first of all: the SDK reads the body before it checks
            Webhook.Signature.verifyHeader(callBack.body(), header, secret, Webhook.DEFAULT_TOLERANCE);
            Event event = Webhook.constructEvent(callBack.body(), header, secret);
            if (!event.getType().startsWith("checkout.session.")) {
                return Optional.empty();
            }
            StripeObject told = event.getDataObjectDeserializer().deserializeUnsafe();
            return told instanceof Session session ? report(session) : Optional.empty();
        } catch (SignatureVerificationException e) {
            throw PaymentError.BAD_SIGNATURE.now();
        } catch (EventDataObjectDeserializationException e) {
            throw new IllegalStateException("a signed event that the SDK cannot read", e);
        }
    }

    /** What it tells of a chargeback; empty for events about something else. */
    Optional<PaymentGateway.ChargebackReport> readChargeback(CallBack callBack) {
        String header = callBack.header("stripe-signature").orElse("");
        try {
            Webhook.Signature.verifyHeader(callBack.body(), header, secret, Webhook.DEFAULT_TOLERANCE);
            Event event = Webhook.constructEvent(callBack.body(), header, secret);
            if (!event.getType().startsWith("charge.dispute.")) {
                return Optional.empty();
            }
            StripeObject told = event.getDataObjectDeserializer().deserializeUnsafe();
            return told instanceof Dispute dispute ? chargeback(dispute) : Optional.empty();
        } catch (SignatureVerificationException e) {
            throw PaymentError.BAD_SIGNATURE.now();
        } catch (EventDataObjectDeserializationException e) {
            throw new IllegalStateException("a signed event that the SDK cannot read", e);
        }
    }

    /** Empty when a part is missing that disputes of our payments have; inquiries take no money and are none. */
    static Optional<PaymentGateway.ChargebackReport> chargeback(Dispute dispute) {
        if (dispute.getPaymentIntent() == null
                || dispute.getEvidenceDetails() == null
                || dispute.getEvidenceDetails().getDueBy() == null
                || dispute.getStatus().startsWith("warning")) {
            return Optional.empty();
        }
        return Optional.of(new PaymentGateway.ChargebackReport(
                dispute.getId(),
                null,
                dispute.getPaymentIntent(),
                stage(dispute.getStatus()),
                new Money(dispute.getAmount(), dispute.getCurrency().toUpperCase(Locale.ROOT)),
                dispute.getReason(),
                Instant.ofEpochSecond(dispute.getEvidenceDetails().getDueBy())));
    }

    private static PaymentGateway.ChargebackReport.Stage stage(String status) {
        return switch (status) {
            case "won" -> PaymentGateway.ChargebackReport.Stage.WON;
            case "lost" -> PaymentGateway.ChargebackReport.Stage.LOST;
            default -> PaymentGateway.ChargebackReport.Stage.OPENED;
        };
    }

    /** Empty when a part is missing that our sessions have. */
    static Optional<GatewayReport> report(Session session) {
        if (session.getClientReferenceId() == null
                || session.getAmountTotal() == null
                || session.getCurrency() == null
                || session.getStatus() == null) {
            return Optional.empty();
        }
        GatewayReport.Status status = status(session);
        boolean isPaid = status == GatewayReport.Status.APPROVED || status == GatewayReport.Status.CAPTURED;
        String transaction = isPaid ? session.getPaymentIntent() : null;
        return Optional.of(new GatewayReport(
                transaction == null ? session.getId() + "-" + status : transaction,
                session.getClientReferenceId(),
                session.getId(),
                status,
                new Money(session.getAmountTotal(), session.getCurrency().toUpperCase(Locale.ROOT)),
                captured(session.getPaymentIntentObject()),
                transaction,
                result(session),
                session.getUrl()));
    }

    /** The card that the payer ticked to be kept; Stripe shows such a card again at its page. */
    static PaymentGateway.CardAnswer keptCard(Session session) {
        PaymentIntent intent = session.getPaymentIntentObject();
        PaymentMethod method = intent == null ? null : intent.getPaymentMethodObject();
        if (method == null
                || method.getCard() == null
                || session.getCustomer() == null
                || !"always".equals(method.getAllowRedisplay())) {
            return new PaymentGateway.CardAnswer.NotKept();
        }
        PaymentMethod.Card card = method.getCard();
        return new PaymentGateway.CardAnswer.Kept(
                session.getCustomer(),
                method.getId(),
                card.getBrand(),
                card.getLast4(),
                YearMonth.of(Math.toIntExact(card.getExpYear()), Math.toIntExact(card.getExpMonth())));
    }

    private static long captured(@Nullable PaymentIntent intent) {
        return intent == null || intent.getAmountReceived() == null ? 0 : intent.getAmountReceived();
    }

    private static String result(Session session) {
        PaymentIntent intent = session.getPaymentIntentObject();
        return intent == null ? session.getStatus() : session.getStatus() + ": " + intent.getStatus();
    }

    private static GatewayReport.Status status(Session session) {
        if (session.getStatus().equals("expired")) {
            return GatewayReport.Status.DECLINED;
        }
        if (!session.getStatus().equals("complete")) {
            return GatewayReport.Status.OPEN;
        }
        PaymentIntent intent = session.getPaymentIntentObject();
        // a call-back does not carry the intent: with manual capture, complete means authorised
        return intent == null ? GatewayReport.Status.APPROVED : status(intent);
    }

    private static GatewayReport.Status status(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> GatewayReport.Status.CAPTURED;
            case "canceled" -> GatewayReport.Status.VOIDED;
            case "requires_capture" -> GatewayReport.Status.APPROVED;
            default -> GatewayReport.Status.OPEN;
        };
    }
}
