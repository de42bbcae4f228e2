package dev.rialto.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** W6: 200 shoppers want the 50 pieces there are, all at once. */
final class Rush {
    private static final int SHOPPERS = 200;
    private static final int PIECES = 50;
    private static final int SHOP = 20;
    private static final int GOODS = 500;

    private final MeasuredMall mall;

    Rush(MeasuredMall mall) {
        this.mall = mall;
    }

    /** What came of it. */
    record Result(int ordered, int soldOut, int errors, long available, Duration time) {
        boolean isRight() {
            return ordered == PIECES && soldOut == SHOPPERS - PIECES && errors == 0 && available == 0;
        }

        String line() {
            return String.format(
                    "W6, %d shoppers for %d pieces: %d orders, %d told \"sold out\", %d errors, %d pieces left, in %.1f s: %s",
                    SHOPPERS,
                    PIECES,
                    ordered,
                    soldOut,
                    errors,
                    available,
                    time.toMillis() / 1000.0,
                    isRight() ? "met" : "missed");
        }
    }

    Result run() throws Exception {
        try (Connection database = mall.database()) {
            leave(database);
            List<Future<Shopper.Outcome>> all = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(SHOPPERS);
            CountDownLatch gate = new CountDownLatch(1);
            for (int shopper = 0; shopper < SHOPPERS; shopper++) {
                all.add(threads.submit(one(gate)));
            }
            long start = System.nanoTime();
            gate.countDown();
            int[] counts = count(all);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            threads.shutdownNow();
            return new Result(counts[0], counts[1], counts[2], available(database), time);
        }
    }

    private Callable<Shopper.Outcome> one(CountDownLatch gate) {
        return () -> {
            gate.await();
            try (Shopper shopper = new Shopper(mall.port())) {
                return shopper.buy(SHOP, Seed.slug(SHOP, GOODS));
            }
        };
    }

    private static int[] count(List<Future<Shopper.Outcome>> all) throws InterruptedException {
        int[] counts = new int[3];
        for (Future<Shopper.Outcome> one : all) {
            try {
                counts[one.get() == Shopper.Outcome.ORDERED ? 0 : 1]++;
            } catch (java.util.concurrent.ExecutionException e) {
                counts[2]++;
                System.out.println("W6: " + e.getCause());
            }
        }
        return counts;
    }

    /** Only the first variant is for sale, and of it as many as there are pieces. */
    private static void leave(Connection database) throws SQLException {
        try (PreparedStatement change = database.prepareStatement("""
                update stock set on_hand = held + case v.position when 1 then ? else 0 end
                from variant v join goods g on g.id = v.goods_id
                where stock.variant_id = v.id and g.slug = ?
                """)) {
            change.setInt(1, PIECES);
            change.setString(2, Seed.slug(SHOP, GOODS));
            change.executeUpdate();
        }
    }

    private static long available(Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("""
                select sum(available) from stock join variant v on v.id = variant_id join goods g on g.id = v.goods_id
                where g.slug = ?
                """)) {
            query.setString(1, Seed.slug(SHOP, GOODS));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
