package dev.rialto.payment;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.time.YearMonth;
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

    /** Asks what came of offering to keep the card of an approved payment. */
    CardAnswer keptCard(GatewayPayment payment);

    /**
     * Makes the gateway forget a card that it keeps; it is done as well when there is none.
     *
     * @param requestId stable id of this request
     * @param token the gateway's name for the card
     */
    GatewayAnswer forgetCard(String requestId, String token);

    /**
     * Reads a call-back and checks that it is the gateway's own.
     *
     * @return what it tells of a payment; empty when it tells something else
     * @throws dev.rialto.kernel.DomainException {@link PaymentError#BAD_SIGNATURE}
     */
    Optional<GatewayReport> read(CallBack callBack);

    /** Does it open accounts for deposits in this currency? */
    default boolean opensAccounts(String currency) {
        return false;
    }

    /** Opens an account for the deposit of one order; the same request id gives the same account. */
    default AccountAnswer openAccount(AccountWish wish) {
        return new AccountAnswer.Refused("not offered");
    }

    /**
     * Reads what a call-back tells of money that came into such an account; the signature is checked as by {@link #read}.
     *
     * @return empty when it tells something else
     */
    default Optional<AccountReport> readAccount(CallBack callBack) {
        return Optional.empty();
    }

    /**
     * An account for one deposit.
     *
     * @param amount what is due
     * @param callBackUrl where the gateway tells of money that came
     * @param dueAt when it may be closed
     */
    record AccountWish(
            String requestId,
            String merchantReference,
            Money amount,
            String callBackUrl,
            Instant dueAt,
            String language) {}

    /** What became of opening an account. */
    sealed interface AccountAnswer {
        /**
         * It is open.
         *
         * @param reference the gateway's name for it
         */
        record Issued(String reference, String bank, String number, String holder) implements AccountAnswer {}

        /** It will not. */
        record Refused(String reason) implements AccountAnswer {}

        /** No answer came. */
        record Unknown(String why) implements AccountAnswer {}
    }

    /**
     * Money that came into an account.
     *
     * @param eventId the gateway's id of this transfer; told twice it is the same
     * @param requestId the id the account was opened with
     * @param payer as the bank has it
     */
    record AccountReport(String eventId, String requestId, Money amount, Instant at, String payer) {}

    /**
     * Reads what a call-back tells of a chargeback; the signature is checked as by {@link #read}.
     *
     * @return empty when it tells something else
     */
    default Optional<ChargebackReport> readChargeback(CallBack callBack) {
        return Optional.empty();
    }

    /** Asks how a chargeback stands; empty when no answer came, or there is none. */
    default Optional<ChargebackReport> askChargeback(String caseId, GatewayPayment payment) {
        return Optional.empty();
    }

    /** Accepts a chargeback, or contests it with evidence. */
    default GatewayAnswer answerChargeback(ChargebackAnswer answer) {
        return new GatewayAnswer.Refused("not offered");
    }

    /**
     * What a gateway says of a chargeback.
     *
     * @param caseId its name for the case
     * @param requestId the id the payment was opened with, when it says so
     * @param transaction the payment's transaction number, when it says so
     * @param amount what the bank takes back
     * @param reason the bank's, in the gateway's words
     * @param dueAt until when it can be answered
     */
    record ChargebackReport(
            String caseId,
            @Nullable String requestId,
            @Nullable String transaction,
            Stage stage,
            Money amount,
            String reason,
            Instant dueAt) {
        /** How far it is. */
        public enum Stage {
            /** Open, or with the bank. */
            OPENED,
            WON,
            LOST
        }
    }

    /**
     * The mall's answer to a chargeback.
     *
     * @param requestId stable id of this answer
     * @param evidence empty: the mall gives in
     */
    record ChargebackAnswer(String requestId, String caseId, GatewayPayment payment, List<Evidence> evidence) {
        public ChargebackAnswer {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What is shown to a bank.
     *
     * @param kind order, shipment, conversation or file
     */
    record Evidence(String kind, String name, String mediaType, byte[] content) {
        public Evidence {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }
    }

    /** What came of offering to keep a card. */
    sealed interface CardAnswer {
        /**
         * The payer lets the gateway keep it.
         *
         * @param customer the gateway's name for the payer
         * @param token the gateway's name for the card; it pays nothing without the payer at the gateway's page
         * @param brand as the gateway says it
         * @param lastFour of the number, all that the mall ever hears of it
         * @param expires its last month
         */
        record Kept(String customer, String token, String brand, String lastFour, YearMonth expires)
                implements CardAnswer {}

        /** The payer does not. */
        record NotKept() implements CardAnswer {}

        /** No answer came. */
        record Unknown(String why) implements CardAnswer {}
    }

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
