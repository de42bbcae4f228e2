package dev.rialto.payment;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import dev.rialto.kernel.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes to and comes from the sandbox gateway, as JSON. */
final class SandboxWire {
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .setStrictness(Strictness.STRICT)
            .create();

    private SandboxWire() {}

    record Opening(
            String requestId,
            String merchantReference,
            String method,
            long amount,
            String currency,
            String returnUrl,
            String callbackUrl,
            String language,
            @Nullable String customer,
            @Nullable Boolean offersToKeep) {}

    record AccountOpening(
            String requestId,
            String merchantReference,
            long amount,
            String currency,
            String callbackUrl,
            String dueAt,
            String language) {}

    record Account(
            @Nullable String id,
            @Nullable String requestId,
            @Nullable String currency,
            @Nullable String bank,
            @Nullable String number,
            @Nullable String holder) {
        boolean isWhole() {
            return id != null && bank != null && number != null && holder != null;
        }

        PaymentGateway.AccountAnswer issued() {
            return new PaymentGateway.AccountAnswer.Issued(
                    String.valueOf(id), String.valueOf(bank), String.valueOf(number), String.valueOf(holder));
        }
    }

    /** A call-back about an account; {@code paid} is what came this time. */
    record PaidIn(
            @Nullable String id,
            @Nullable String type,
            @Nullable String at,
            @Nullable Account account,
            long paid,
            @Nullable String payer) {

        /** Empty when it tells something else. */
        Optional<PaymentGateway.AccountReport> report() {
            if (!"account.paid".equals(type)
                    || id == null
                    || at == null
                    || account == null
                    || account.requestId() == null
                    || account.currency() == null) {
                return Optional.empty();
            }
            return Optional.of(new PaymentGateway.AccountReport(
                    id,
                    account.requestId(),
                    new Money(paid, account.currency()),
                    Instant.parse(at),
                    payer == null ? "" : payer));
        }
    }

    record Change(String requestId, @Nullable Long amount) {}

    record Session(
            @Nullable String id,
            @Nullable String requestId,
            @Nullable String state,
            long amount,
            @Nullable String currency,
            long captured,
            @Nullable String transaction,
            @Nullable String reason,
            @Nullable String url,
            @Nullable KeptCard keptCard,
            @Nullable Dispute dispute) {

        /** Empty when there is no chargeback. */
        Optional<PaymentGateway.ChargebackReport> chargeback() {
            return dispute == null || requestId == null || currency == null
                    ? Optional.empty()
                    : dispute.report(requestId, transaction, currency);
        }

        /** Empty when a part is missing that every session has. */
        Optional<GatewayReport> report() {
            if (id == null || requestId == null || state == null || currency == null) {
                return Optional.empty();
            }
            String event = transaction == null ? id + "-" + state : transaction;
            String result = reason == null ? state : state + ": " + reason;
            Money total = new Money(amount, currency);
            return Optional.of(
                    new GatewayReport(event, requestId, id, status(state), total, captured, transaction, result, url));
        }

        private GatewayReport.Status status(String known) {
            return switch (known) {
                case "approved" -> captured > 0 ? GatewayReport.Status.CAPTURED : GatewayReport.Status.APPROVED;
                case "voided" -> GatewayReport.Status.VOIDED;
                case "cancelled", "expired" -> GatewayReport.Status.DECLINED;
                default -> GatewayReport.Status.OPEN;
            };
        }
    }

    /** A card that the payer let the gateway keep; {@code expiry} is MM/YY. */
    record KeptCard(
            @Nullable String customer,
            @Nullable String token,
            @Nullable String brand,
            @Nullable String lastFour,
            @Nullable String expiry) {

        Optional<PaymentGateway.CardAnswer.Kept> kept() {
            return customer == null || token == null || lastFour == null || expiry == null
                    ? Optional.empty()
                    : Optional.of(new PaymentGateway.CardAnswer.Kept(
                            customer, token, brand == null ? "" : brand, lastFour, month(expiry)));
        }

        private static YearMonth month(String expiry) {
            return YearMonth.of(2000 + Integer.parseInt(expiry.substring(3)), Integer.parseInt(expiry.substring(0, 2)));
        }
    }

    record Dispute(
            @Nullable String id,
            @Nullable String state,
            long amount,
            @Nullable String reason,
            @Nullable String dueAt) {

        Optional<PaymentGateway.ChargebackReport> report(
                String requestId, @Nullable String transaction, String currency) {
            if (id == null || state == null || dueAt == null) {
                return Optional.empty();
            }
            PaymentGateway.ChargebackReport.Stage stage =
                    switch (state) {
                        case "won" -> PaymentGateway.ChargebackReport.Stage.WON;
                        case "lost" -> PaymentGateway.ChargebackReport.Stage.LOST;
                        default -> PaymentGateway.ChargebackReport.Stage.OPENED;
                    };
            return Optional.of(new PaymentGateway.ChargebackReport(
                    id,
                    requestId,
                    transaction,
                    stage,
                    new Money(amount, currency),
                    reason == null ? "" : reason,
                    Instant.parse(dueAt)));
        }
    }

    /** An answer to a chargeback; content in base 64. */
    record Answer(String requestId, List<Evidence> evidence) {}

    record Evidence(String kind, String name, String mediaType, String content) {}

    /** The answer to a question about a request id. */
    record Request(@Nullable Session session) {}

    /** A call-back. */
    record Told(@Nullable String type, @Nullable Session data) {
        boolean isOfDispute() {
            return type != null && type.startsWith("payment.dispute");
        }
    }

    record Problem(@Nullable String code) {}

    static String write(Object value) {
        return GSON.toJson(value);
    }

    /** Empty when the text is no such record. */
    static <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.ofNullable(GSON.fromJson(text, type));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }
}
