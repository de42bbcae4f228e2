package dev.rialto.payment;

import dev.rialto.kernel.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port to a payment gateway. Calls take a while and are never made within a transaction. Every call carries a
 * request id: the same call with the same id acts once, however often it is made. An answer that does not come is
 * reported as unknown, never thrown.
 */
public interface PaymentGateway {

    /** The name that settings and stored payments use. */
    String name();

    /** The ways of paying that its pages have, in the order to show them. */
    default List<PaymentMethod> methods() {
        return List.of(PaymentMethod.CARD);
    }

    /** Opens the gateway's page for one payment; to be approved by the shopper and captured later. */
    Opening open(HostedPayment payment);

    /** Asks what became of a payment. */
    Inquiry ask(GatewayPayment payment);

    /** Takes authorised money, all or a part. */
    GatewayAnswer capture(GatewayChange change);

    /** Gives authorised money back that was not captured, or closes the page that is still open. */
    GatewayAnswer release(GatewayChange change);

    /** Gives captured money back, all or a part. */
    GatewayAnswer refund(GatewayChange change);

    /**
     * Reads a call-back and checks that it is the gateway's own.
     *
     * @return what it tells of a payment; empty when it tells something else
     * @throws dev.rialto.kernel.DomainException {@link PaymentError#BAD_SIGNATURE}
     */
    Optional<GatewayReport> read(CallBack callBack);

    /**
     * Names a payment to its gateway.
     *
     * @param requestId the id it was opened with
     * @param reference the gateway's own name, when it was heard
     */
    record GatewayPayment(String requestId, @Nullable String reference) {}

    /**
     * A capture, a release or a refund.
     *
     * @param requestId stable id of this change
     * @param payment what is changed
     * @param amount how much; a release is always of all that is left
     * @param left what of a captured authorisation may still be taken after it
     */
    record GatewayChange(String requestId, GatewayPayment payment, Money amount, Money left) {
        /** Nothing is taken after it. */
        public GatewayChange(String requestId, GatewayPayment payment, Money amount) {
            this(requestId, payment, amount, Money.zero(amount.currency()));
        }
    }

    /** What became of opening the page. */
    sealed interface Opening {
        /**
         * @param reference the gateway's name for the payment
         * @param url the page
         */
        record Opened(String reference, String url) implements Opening {}

        /** It will not. */
        record Refused(String reason) implements Opening {}

        /** No answer came. */
        record Unknown(String why) implements Opening {}
    }

    /** What the gateway says of a payment. */
    sealed interface Inquiry permits GatewayReport, Inquiry.NeverSeen, Inquiry.NoAnswer {
        /** The request never arrived there. */
        record NeverSeen() implements Inquiry {}

        /** No answer came. */
        record NoAnswer(String why) implements Inquiry {}
    }

    /** What became of a change. */
    sealed interface GatewayAnswer {
        /** It is done, now or when first asked. */
        record Done() implements GatewayAnswer {}

        /** It will not, now or ever. */
        record Refused(String reason) implements GatewayAnswer {}

        /** No answer came. */
        record Unknown(String why) implements GatewayAnswer {}
    }
}
