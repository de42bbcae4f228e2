package dev.rialto.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that each do one thing after the other for a while. */
final class Load {
    private static final int LEVEL_WINDOWS = 3;
    private static final double LEVEL = 0.05;
    private static final Duration WINDOW = Duration.ofSeconds(6);

    private final Meter meter;
    private final int clients;

    Load(Meter meter, int clients) {
        this.meter = meter;
        this.clients = clients;
    }

    /** What a client does again and again; it throws when the answer is not what it should be. */
    interface Client extends AutoCloseable {
        void once(Random random) throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Makes the clients. */
    interface Workload {
        Client client() throws Exception;
    }

    /** Runs until the rate of three windows in a row differs by less than five percent, or the time is over. */
    Duration warm(Workload workload, Duration limit) throws Exception {
        List<Double> rates = new ArrayList<>();
        Duration spent = Duration.ZERO;
        while (spent.compareTo(limit) < 0 && !isLevel(rates)) {
            rates.add(run(workload, WINDOW).perSecond());
            spent = spent.plus(WINDOW);
        }
        return spent;
    }

    static boolean isLevel(List<Double> rates) {
        if (rates.size() < LEVEL_WINDOWS) {
            return false;
        }
        List<Double> last = rates.subList(rates.size() - LEVEL_WINDOWS, rates.size());
        double least = last.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = last.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return most - least < LEVEL * most;
    }

    Figures run(Workload workload, Duration time) throws Exception {
        Meter.Use before = meter.read();
        long start = System.nanoTime();
        long[] nanos = nanos(workload, time);
        double seconds = (System.nanoTime() - start) / 1e9;
        return Figures.of(nanos, seconds, meter.read().since(before));
    }

    /** How long each one took. */
    long[] nanos(Workload workload, Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long start = System.nanoTime();
            List<Future<long[]>> done = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                done.add(threads.submit(work(workload, client, start + time.toNanos())));
            }
            return join(done);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<long[]> work(Workload workload, int seed, long end) {
        return () -> {
            Random random = new Random(seed + System.nanoTime());
            long[] nanos = new long[1024];
            int count = 0;
            try (Client client = workload.client()) {
                for (long now = System.nanoTime(); now < end || count == 0; ) {
                    client.once(random);
                    long then = System.nanoTime();
                    if (count == nanos.length) {
                        nanos = Arrays.copyOf(nanos, count * 2);
                    }
                    nanos[count++] = then - now;
                    now = then;
                }
            }
            return Arrays.copyOf(nanos, count);
        };
    }

    private static long[] join(List<Future<long[]>> done) throws InterruptedException, ExecutionException {
        long[] all = new long[0];
        for (Future<long[]> one : done) {
            long[] more = one.get();
            int before = all.length;
            all = Arrays.copyOf(all, before + more.length);
            System.arraycopy(more, 0, all, before, more.length);
        }
        return all;
    }
}
