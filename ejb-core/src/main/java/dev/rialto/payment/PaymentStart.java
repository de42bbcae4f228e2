package dev.rialto.payment;

/** What became of beginning a payment. */
public sealed interface PaymentStart {
    /** Send the shopper to the gateway's page. */
    record Redirect(String url) implements PaymentStart {}

    /** The gateway did not answer; the same payment can be started again, and a job asks. */
    record Unknown() implements PaymentStart {}

    /** The gateway will not take this payment. */
    record Refused(String reason) implements PaymentStart {}

    /** It is paid already: complete the checkout. */
    record Paid() implements PaymentStart {}
}
