package dev.rialto.payment;

import com.stripe.param.checkout.SessionCreateParams;
import java.util.List;
import java.util.Locale;

/** What Stripe's page for one payment is to show: a card with manual capture, or the wallets of the settings. */
final class StripePage {
    private StripePage() {}

    static SessionCreateParams of(HostedPayment payment, List<SessionCreateParams.PaymentMethodType> wallets) {
        SessionCreateParams.Builder page = common(payment);
        if (payment.method() == PaymentMethod.WALLET) {
            wallets.forEach(page::addPaymentMethodType);
            return page.setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                            .putMetadata("request_id", payment.requestId())
                            .build())
                    .build();
        }
        if (payment.payer() != null) {
            offerToKeep(page, payment.payer());
        }
        return page.addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setCaptureMethod(SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                        .putMetadata("request_id", payment.requestId())
                        .build())
                .setPaymentMethodOptions(takenInParts())
                .build();
    }

    /** Stripe's page asks for the consent, and shows the cards that were kept before. */
    private static void offerToKeep(SessionCreateParams.Builder page, HostedPayment.Payer payer) {
        if (payer.customer() == null) {
            page.setCustomerCreation(SessionCreateParams.CustomerCreation.ALWAYS);
        } else {
            page.setCustomer(payer.customer());
        }
        page.setSavedPaymentMethodOptions(SessionCreateParams.SavedPaymentMethodOptions.builder()
                .setPaymentMethodSave(SessionCreateParams.SavedPaymentMethodOptions.PaymentMethodSave.ENABLED)
                .build());
    }

    private static SessionCreateParams.Builder common(HostedPayment payment) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(payment.requestId())
                .setSuccessUrl(payment.returnUrl())
                .setCancelUrl(payment.returnUrl())
                .setLocale(SessionCreateParams.Locale.valueOf(payment.language().toUpperCase(Locale.ROOT)))
                .addLineItem(line(payment));
    }

    /** Where the card allows it, an authorisation may be taken in several parts. */
    private static SessionCreateParams.PaymentMethodOptions takenInParts() {
        return SessionCreateParams.PaymentMethodOptions.builder()
                .setCard(SessionCreateParams.PaymentMethodOptions.Card.builder()
                        .setRequestMulticapture(
                                SessionCreateParams.PaymentMethodOptions.Card.RequestMulticapture.IF_AVAILABLE)
                        .build())
                .build();
    }

    private static SessionCreateParams.LineItem line(HostedPayment payment) {
        return SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency(payment.amount().currency().toLowerCase(Locale.ROOT))
                        .setUnitAmount(payment.amount().minor())
                        .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName(payment.merchantReference())
                                .build())
                        .build())
                .build();
    }
}
