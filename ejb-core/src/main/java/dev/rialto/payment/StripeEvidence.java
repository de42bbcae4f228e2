package dev.rialto.payment;

import com.stripe.param.DisputeUpdateParams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Evidence against a chargeback as Stripe takes it: texts are shown as one; files are for Stripe's own pages. */
final class StripeEvidence {
    private static final int LONGEST = 20_000;

    private StripeEvidence() {}

    static DisputeUpdateParams of(List<PaymentGateway.Evidence> evidence) {
        String text = evidence.stream()
                .filter(piece -> piece.mediaType().startsWith("text/plain"))
                .map(piece -> piece.name() + "\n" + new String(piece.content(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n\n"));
        return DisputeUpdateParams.builder()
                .setSubmit(true)
                .setEvidence(DisputeUpdateParams.Evidence.builder()
                        .setUncategorizedText(text.substring(0, Math.min(LONGEST, text.length())))
                        .build())
                .build();
    }
}
