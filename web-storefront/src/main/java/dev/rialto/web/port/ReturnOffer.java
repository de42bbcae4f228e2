package dev.rialto.web.port;

import dev.rialto.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of one seller's part may come back.
 *
 * @param part number of the part
 * @param withdrawUntil last day for changing one's mind; null while it is on its way
 */
public record ReturnOffer(
        String part,
        String sellerName,
        @Nullable LocalDate withdrawUntil,
        boolean mayWithdraw,
        boolean mayComplain,
        List<Line> lines) {
    public ReturnOffer {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param most pieces that may come back
     */
    public record Line(
            String id,
            String title,
            String variantTitle,
            @Nullable String pictureKey,
            int most,
            Money unitPrice,
            List<Choice> choices) {
        public Line {
            choices = List.copyOf(choices);
        }
    }

    /** A variant to exchange for, and what it costs less; below zero when it costs more. */
    public record Choice(String variantId, String title, Money difference) {}

    /** Can something be sent back now? */
    public boolean isOpen() {
        return !lines.isEmpty() && (mayWithdraw || mayComplain);
    }

    /** Is there anything to exchange for? */
    public boolean isExchangeable() {
        return lines.stream().anyMatch(line -> !line.choices().isEmpty());
    }
}
