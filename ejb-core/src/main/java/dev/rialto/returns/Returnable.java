package dev.rialto.returns;

import dev.rialto.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of one seller's part may come back.
 *
 * @param withdrawUntil last day for withdrawing; null while it has not been delivered, when one may withdraw as well
 * @param mayWithdraw and {@code mayComplain} tell which ground is still possible
 */
public record Returnable(
        UUID partId,
        String partNumber,
        String sellerName,
        @Nullable LocalDate withdrawUntil,
        boolean mayWithdraw,
        boolean mayComplain,
        List<Line> lines) {
    public Returnable {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param most pieces that may come back now
     * @param choices variants it can be exchanged for
     */
    public record Line(
            UUID lineId,
            String title,
            String variantTitle,
            @Nullable String pictureKey,
            int most,
            Money unitPrice,
            List<Choice> choices) {
        public Line {
            choices = choices == null ? List.of() : List.copyOf(choices);
        }
    }

    /**
     * A variant of the same goods that is in stock.
     *
     * @param difference what one costs less, in minor units; below zero when it costs more
     */
    public record Choice(UUID variantId, String title, long difference) {}

    /** Is there anything to send back, and still time for it? */
    public boolean isOpen() {
        return !lines.isEmpty() && (mayWithdraw || mayComplain);
    }
}
