package dev.rialto.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a run of a workload showed.
 *
 * @param perSecond requests, or orders, a second
 * @param p50Millis half of them took no longer
 * @param p99Millis all but one in a hundred took no longer
 * @param cpuMillis processor time of server and database for each
 * @param statements for each
 */
record Figures(double perSecond, double p50Millis, double p99Millis, double cpuMillis, double statements) {

    static Figures of(long[] nanos, double seconds, Meter.Use use) {
        Arrays.sort(nanos);
        return new Figures(
                nanos.length / seconds,
                percentile(nanos, 50) / 1e6,
                percentile(nanos, 99) / 1e6,
                use.cpuMillis() / nanos.length,
                (double) use.statements() / nanos.length);
    }

    /** Ninety-five in a hundred took no longer. */
    static double p95Millis(long[] nanos) {
        Arrays.sort(nanos);
        return percentile(nanos, 95) / 1e6;
    }

    /** The middle of several runs, figure by figure. */
    static Figures median(List<Figures> runs) {
        return new Figures(
                middle(runs, Figures::perSecond),
                middle(runs, Figures::p50Millis),
                middle(runs, Figures::p99Millis),
                middle(runs, Figures::cpuMillis),
                middle(runs, Figures::statements));
    }

    static double percentile(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static double middle(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        double[] values = runs.stream().mapToDouble(figure).sorted().toArray();
        return values[values.length / 2];
    }
}
