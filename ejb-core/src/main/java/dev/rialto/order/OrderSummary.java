package dev.rialto.order;

import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.kernel.Money;
import dev.rialto.payment.PaymentMethod;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seller's part of an order in the back office's list.
 *
 * @param id of the sub-order
 * @param buyerName null once the person was erased
 * @param firstTitle title of the first line
 * @param lines how many lines there are
 * @param version of the sub-order, for shipping it from the list
 */
public record OrderSummary(
        UUID id,
        UUID orderId,
        String number,
        UUID tenantId,
        String sellerName,
        SubOrderState state,
        PaymentMethod method,
        UUID siteId,
        Instant placedAt,
        Money total,
        @Nullable String buyerName,
        String firstTitle,
        int lines,
        long version) {}
