package dev.rialto.returns;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return with its lines.
 *
 * @param number of the return; {@code orderNumber} of the order, {@code partNumber} of the seller's part
 * @param buyerName null once the person was erased
 * @param outcome what inspection found; null before
 * @param reason what the buyer wrote
 * @param answer what staff said last
 * @param refund what goes back, tax and delivery with it
 * @param extra what the replacements cost more, tax with it
 * @param extraPaidBy the payment with which the buyer paid that; null while it is not paid
 * @param requestedBy the member; null for a guest
 */
public record ReturnView(
        UUID id,
        String number,
        UUID orderId,
        String orderNumber,
        UUID partId,
        String partNumber,
        UUID tenantId,
        String sellerName,
        @Nullable String buyerName,
        ReturnGround ground,
        ReturnWish wish,
        ReturnState state,
        @Nullable ReturnOutcome outcome,
        String reason,
        @Nullable String answer,
        Money refund,
        Money extra,
        @Nullable UUID extraPaidBy,
        @Nullable UUID requestedBy,
        Instant requestedAt,
        Instant changedAt,
        long version,
        List<Line> lines) {
    public ReturnView {
        lines = List.copyOf(lines);
    }

    /**
     * One line of the return.
     *
     * @param accepted and {@code writtenOff} are null before inspection
     * @param replacementTitle what is wanted in exchange
     * @param difference what one replacement costs less, in minor units; below zero when it costs more
     */
    public record Line(
            UUID lineId,
            UUID variantId,
            String title,
            String variantTitle,
            @Nullable String pictureKey,
            @Nullable String sku,
            int quantity,
            @Nullable Integer accepted,
            @Nullable Integer writtenOff,
            @Nullable UUID replacementId,
            @Nullable String replacementTitle,
            long difference) {}

    /** May it still be called off: has nothing come yet? */
    public boolean isCallable() {
        return state.mayBecome(ReturnState.CALLED_OFF);
    }

    /** Is money to be given where a replacement was wanted, if staff say so? */
    public boolean isToSettle() {
        return isToReplace() || state == ReturnState.TO_PAY;
    }

    /** Is a replacement to be shipped? */
    public boolean isToReplace() {
        return wish == ReturnWish.EXCHANGE && state == ReturnState.INSPECTED;
    }
}
