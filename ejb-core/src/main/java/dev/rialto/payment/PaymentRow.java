package dev.rialto.payment;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment with its bank account, as read; for this package, others read {@link PaymentView}. Public because the
 * proxies of session beans live elsewhere and must see what they return.
 */
public record PaymentRow(
        UUID id,
        @Nullable UUID checkoutId,
        @Nullable UUID returnId,
        @Nullable UUID orderId,
        UUID siteId,
        String method,
        String gateway,
        String state,
        long amount,
        String currency,
        long captured,
        long refunded,
        long released,
        String captureAt,
        String requestId,
        @Nullable String gatewayReference,
        @Nullable String gatewayTransaction,
        @Nullable String gatewayResult,
        @Nullable String hostedUrl,
        @Nullable String returnUrl,
        @Nullable String language,
        @Nullable String wish,
        @Nullable UUID bankAccountId,
        @Nullable String bank,
        @Nullable String bankNumber,
        @Nullable String bankHolder,
        @Nullable LocalDate dueOn,
        Instant createdAt,
        Instant updatedAt,
        boolean keepsCard,
        @Nullable String customer) {

    private static final String COLUMNS = """
            select p.id, p.checkout_id, p.return_id, p.order_id, p.site_id, p.method, p.gateway, p.state, p.amount, p.currency,
                   p.captured, p.refunded, p.released, p.capture_at, p.request_id, p.gateway_reference, p.gateway_transaction,
                   p.gateway_result, p.hosted_url, p.return_url, p.language, p.wish, p.bank_account_id,
                   coalesce(p.account_bank, b.bank) as bank,
                   coalesce(p.account_number, b.number) as bank_number,
                   coalesce(p.account_holder, b.holder) as bank_holder, p.due_on, p.created_at, p.updated_at,
            """;

    static final String SELECT = COLUMNS + """
                   false as keeps_card, null::text as customer
            from payment p left join bank_account b on b.id = p.bank_account_id
            """;

    /** With the member who may let the gateway keep the card: for workers alone. */
    static final String SELECT_WITH_PAYER = COLUMNS + """
                   o.account_id is not null as keeps_card,
                   (select s.customer from saved_card s where s.account_id = o.account_id and s.gateway = p.gateway limit 1)
                       as customer
            from payment p left join bank_account b on b.id = p.bank_account_id
                left join card_offer o on o.payment_id = p.id
            """;

    PaymentState stateNow() {
        return PaymentState.ofStored(state);
    }

    /** Is its money taken as the parts of its order ship? */
    boolean isTakenInParts() {
        return captureAt.equals("shipment");
    }

    Money money() {
        return new Money(amount, currency);
    }

    /** Null where the card is not to be kept. */
    HostedPayment.@Nullable Payer payer() {
        return keepsCard ? new HostedPayment.Payer(customer) : null;
    }

    PaymentView view() {
        return new PaymentView(
                id,
                checkoutId,
                returnId,
                orderId,
                siteId,
                PaymentMethod.ofStored(method),
                gateway,
                stateNow(),
                money(),
                new Money(captured, currency),
                new Money(refunded, currency),
                new Money(released, currency),
                hostedUrl,
                gatewayReference,
                gatewayTransaction,
                gatewayResult,
                bankAccount(),
                dueOn,
                createdAt,
                updatedAt);
    }

    private @Nullable BankAccountView bankAccount() {
        if (bank == null || bankNumber == null || bankHolder == null) {
            return null;
        }
        // an account of its own is named by its payment
        return new BankAccountView(bankAccountId == null ? id : bankAccountId, bank, bankNumber, bankHolder, currency);
    }
}
