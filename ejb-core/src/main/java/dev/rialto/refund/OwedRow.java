package dev.rialto.refund;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An owed refund as read; for this package, others read {@link OwedRefund}. Public because the proxies of session beans
 * live elsewhere and must see what they return.
 */
public record OwedRow(
        UUID id,
        UUID orderId,
        UUID subOrderId,
        UUID tenantId,
        UUID paymentId,
        String number,
        String sellerName,
        String method,
        String kind,
        long amount,
        String currency,
        String state,
        int tries,
        String reason,
        @Nullable UUID requestedBy,
        @Nullable String askedBy,
        Instant createdAt,
        @Nullable UUID decidedBy,
        @Nullable String deciderName,
        @Nullable Instant decidedAt,
        @Nullable String decidedNote,
        @Nullable UUID settledBy,
        @Nullable Instant settledAt,
        @Nullable String settledNote,
        long version) {

    static final String SELECT = """
            select r.id, r.order_id, r.sub_order_id, r.tenant_id, r.payment_id, s.number, s.seller_name,
                   case when r.of_exchange then 'card' else o.payment_method end as method, r.kind, r.amount, r.currency,
                   r.state, r.tries, r.reason, r.requested_by,
                   staff_name(r.requested_by) as asked_by, r.created_at, r.decided_by,
                   staff_name(r.decided_by) as decider_name, r.decided_at, r.decided_note, r.settled_by, r.settled_at, r.settled_note, r.version
            from refund_owed r
            join sub_order s on s.id = r.sub_order_id
            join purchase o on o.id = r.order_id
            """;

    OwedRefund view() {
        return new OwedRefund(
                id,
                orderId,
                subOrderId,
                number,
                sellerName,
                method,
                RefundKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                money(),
                stateNow(),
                reason,
                requestedBy,
                askedBy,
                createdAt,
                decidedAt == null ? null : new OwedRefund.Decision(decidedBy, deciderName, decidedAt, decidedNote),
                settledBy,
                settledAt,
                settledNote,
                version);
    }

    OwedState stateNow() {
        return OwedState.valueOf(state.toUpperCase(Locale.ROOT));
    }

    Money money() {
        return new Money(amount, currency);
    }

    /** Stable as long as the same try may still be going on. */
    String requestId() {
        return "owed-" + id + "-" + tries;
    }
}
