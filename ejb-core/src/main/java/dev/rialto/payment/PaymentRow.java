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
        Instant updatedAt) {

    static final String SELECT = """
            select p.id, p.checkout_id, p.return_id, p.order_id, p.site_id, p.method, p.gateway, p.state, p.amount, p.currency,
                   p.captured, p.refunded, p.released, p.capture_at, p.request_id, p.gateway_reference, p.gateway_transaction,
                   p.gateway_result, p.hosted_url, p.return_url, p.language, p.wish, p.bank_account_id,
                   coalesce(p.account_bank, b.bank) as bank,
                   coalesce(p.account_number, b.number) as bank_number,
                   coalesce(p.account_holder, b.holder) as bank_holder, p.due_on, p.created_at, p.updated_at
            from payment p left join bank_account b on b.id = p.bank_account_id
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
