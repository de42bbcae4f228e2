package dev.rialto.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How much of a part's price belongs to the pieces that came back: lines with their tax, and delivery in proportion to
 * them. Shares are taken of all that came back so far, so that single returns sum to the whole without losing a unit.
 *
 * @param total what was paid for the part
 * @param delivery what of it is delivery, with tax when that was added on top
 */
record RefundShares(long total, long delivery, List<Line> lines) {
    RefundShares {
        lines = List.copyOf(lines);
    }

    /**
     * One line of the part.
     *
     * @param paid for it, with tax when that was added on top
     */
    record Line(int quantity, long paid) {}

    /** What belongs to so many pieces of each line, in the order of the lines. */
    long of(List<Integer> pieces) {
        long goods = 0;
        long all = 0;
        boolean whole = true;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int back = pieces.get(i);
            if (back < 0 || back > line.quantity()) {
                throw new IllegalArgumentException(back + " of " + line.quantity() + " pieces cannot come back");
            }
            goods += share(line.paid(), back, line.quantity());
            all += line.paid();
            whole &= back == line.quantity();
        }
        return whole ? total : goods + deliveryShare(goods, all, pieces);
    }

    /** Goods that cost nothing share the delivery by their number. */
    private long deliveryShare(long goods, long all, List<Integer> pieces) {
        return all > 0
                ? share(delivery, goods, all)
                : share(
                        delivery,
                        pieces.stream().mapToLong(Integer::longValue).sum(),
                        lines.stream().mapToLong(Line::quantity).sum());
    }

    private static long share(long amount, long part, long whole) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
