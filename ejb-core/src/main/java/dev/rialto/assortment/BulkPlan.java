package dev.rialto.assortment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of many goods would do, line by line.
 *
 * @param fingerprint names exactly this plan; making it needs the same one
 */
public record BulkPlan(List<Line> lines, String fingerprint) {

    /**
     * One variant whose price changes, or one product that moves.
     *
     * @param problem why this line is left as it is; null when it is changed
     */
    public record Line(
            java.util.UUID goodsId,
            String title,
            String variant,
            Value before,
            Value after,
            @Nullable String problem) {
        public boolean isChanged() {
            return problem == null;
        }
    }

    /**
     * A value before or after.
     *
     * @param amount a price in minor units; null when the line is not about prices
     * @param compareAt what it is compared with
     * @param word the state or category's name; empty when the line is about prices
     */
    public record Value(@Nullable Long amount, @Nullable Long compareAt, String word) {
        static Value of(String word) {
            return new Value(null, null, word);
        }
    }

    public BulkPlan {
        lines = List.copyOf(lines);
    }

    /** How many lines are changed. */
    public long changes() {
        return lines.stream().filter(Line::isChanged).count();
    }
}
