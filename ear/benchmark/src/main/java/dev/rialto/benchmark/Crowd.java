package dev.rialto.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Strangers who try so many wrong codes a second, however long the answers take. */
final class Crowd {
    private static final int CONNECTIONS = 32;
    private static final int ADDRESSES = 1000;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CONNECTIONS);
    private final List<Guess> guesses = new ArrayList<>();
    private final List<ScheduledFuture<?>> work = new ArrayList<>();

    Crowd(CardShop shop, int port, double perSecond) throws IOException {
        long every = (long) (CONNECTIONS * 1e9 / perSecond);
        for (int i = 0; i < CONNECTIONS; i++) {
            Guess guess = new Guess(shop, new Wire(port), 0, ADDRESSES);
            guesses.add(guess);
            Random random = new Random();
            work.add(threads.scheduleAtFixedRate(
                    () -> once(guess, random), every * i / CONNECTIONS, every, TimeUnit.NANOSECONDS));
        }
    }

    private static void once(Guess guess, Random random) {
        try {
            guess.once(random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends them and tells those whose answer was none for a wrong code. */
    void end() throws ExecutionException, InterruptedException, IOException {
        work.forEach(one -> one.cancel(false));
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        for (ScheduledFuture<?> one : work) {
            if (!one.isCancelled()) {
                one.get();
            }
        }
        for (Guess guess : guesses) {
            guess.close();
        }
    }

    int tries() {
        return guesses.stream().mapToInt(Guess::tries).sum();
    }

    int tooMany() {
        return guesses.stream().mapToInt(Guess::tooMany).sum();
    }
}
