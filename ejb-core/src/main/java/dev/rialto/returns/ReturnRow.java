package dev.rialto.returns;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Money;
import dev.rialto.platform.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A return as read, its lines as JSON. */
record ReturnRow(
        UUID id,
        String number,
        UUID orderId,
        String orderNumber,
        UUID subOrderId,
        String partNumber,
        UUID tenantId,
        String sellerName,
        @Nullable String buyerName,
        String ground,
        String wish,
        String state,
        @Nullable String outcome,
        String reason,
        @Nullable String answer,
        String currency,
        long refundAmount,
        long extraAmount,
        @Nullable UUID extraPaidBy,
        @Nullable UUID requestedBy,
        Instant requestedAt,
        Instant changedAt,
        long version,
        String lines) {
    private static final TypeReference<List<ReturnView.Line>> LINES = new TypeReference<>() {};

    static final String SELECT = """
            select c.id, c.number, c.order_id, o.number as order_number, c.sub_order_id, s.number as part_number,
                   c.tenant_id, s.seller_name, b.name as buyer_name, c.ground, c.wish, c.state, c.outcome, c.reason,
                   c.answer, c.currency, c.refund_amount, c.extra_amount, c.extra_paid_by,
                   c.requested_by, c.requested_at, c.changed_at, c.version,
                   (select coalesce(json_agg(json_build_object('lineId', l.id, 'variantId', l.variant_id,
                        'title', l.title, 'variantTitle', l.variant_title, 'pictureKey', l.picture_key, 'sku', l.sku,
                        'quantity', r.quantity,
                        'accepted', r.accepted, 'writtenOff', r.written_off, 'replacementId', r.replacement_variant_id,
                        'replacementTitle', r.replacement_title, 'difference', r.difference) order by l.number), '[]')
                    from return_line r join order_line l on l.id = r.order_line_id where r.return_id = c.id) as lines
            from return_case c
            join purchase o on o.id = c.order_id
            join sub_order s on s.id = c.sub_order_id
            left join purchase_contact b on b.order_id = c.order_id
            """;

    ReturnView view() {
        return new ReturnView(
                id,
                number,
                orderId,
                orderNumber,
                subOrderId,
                partNumber,
                tenantId,
                sellerName,
                buyerName,
                ReturnGround.valueOf(ground.toUpperCase(Locale.ROOT)),
                ReturnWish.valueOf(wish.toUpperCase(Locale.ROOT)),
                ReturnState.ofStored(state),
                outcome == null ? null : ReturnOutcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                reason,
                answer,
                new Money(refundAmount, currency),
                new Money(extraAmount, currency),
                extraPaidBy,
                requestedBy,
                requestedAt,
                changedAt,
                version,
                Json.read(lines, LINES));
    }
}
