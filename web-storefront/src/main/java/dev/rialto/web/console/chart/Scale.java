package dev.rialto.web.console.chart;

import java.util.List;
import java.util.stream.LongStream;

/**
 * An axis with round numbers.
 *
 * @param low where it begins, a multiple of the step
 * @param high where it ends, a multiple of the step
 */
record Scale(long low, long high, long step) {
    private static final int STEPS = 4;

    static Scale of(long lowest, long highest) {
        long step = round(Math.max(1, -Math.floorDiv(-Math.max(1, highest - lowest), STEPS)));
        return new Scale(
                Math.floorDiv(lowest, step) * step, Math.max(step, -Math.floorDiv(-highest, step) * step), step);
    }

    /** The next number that is 1, 2 or 5 times a power of ten. */
    private static long round(long least) {
        long power = 1;
        while (power * 10 <= least) {
            power *= 10;
        }
        for (long times : new long[] {1, 2, 5}) {
            if (power * times >= least) {
                return power * times;
            }
        }
        return power * 10;
    }

    List<Long> ticks() {
        return LongStream.iterate(low, value -> value <= high, value -> value + step)
                .boxed()
                .toList();
    }

    /** How far up a value is, from 0 to 1. */
    double share(long value) {
        return (double) (value - low) / (high - low);
    }
}
