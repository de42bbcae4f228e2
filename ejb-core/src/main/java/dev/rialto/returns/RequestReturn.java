package dev.rialto.returns;

import dev.rialto.kernel.Violations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer wants to send back of one seller's part.
 *
 * @param orderNumber the order it is of
 * @param partNumber the part's own number
 * @param items at least one, each line once
 */
public record RequestReturn(
        String orderNumber, String partNumber, ReturnGround ground, ReturnWish wish, String reason, List<Item> items) {
    private static final int LONGEST_REASON = 1_000;

    /**
     * Pieces of one line.
     *
     * @param replacementId the variant wanted in exchange; null for money
     */
    public record Item(UUID lineId, int quantity, @Nullable UUID replacementId) {}

    public RequestReturn {
        items = List.copyOf(items);
        reason = reason.strip();
    }

    /** Throws {@link ReturnError#RETURN_INVALID} with every wrong field. */
    void check() {
        Violations violations = new Violations()
                .text("reason", reason, LONGEST_REASON)
                .check(!items.isEmpty(), "items", "required")
                .check(items.stream().map(Item::lineId).distinct().count() == items.size(), "items", "twice");
        for (Item item : items) {
            violations.check(item.quantity() > 0, "quantity." + item.lineId(), "out_of_range", 1, "");
            violations.check(
                    wish == ReturnWish.REFUND || item.replacementId() != null,
                    "replacement." + item.lineId(),
                    "required");
        }
        violations.raise(ReturnError.RETURN_INVALID);
    }
}
