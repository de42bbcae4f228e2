package dev.rialto.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a purchase cannot do without: as many hello calls as it makes requests, the gateway's calls, and its SQL in the
 * same transactions. The SQL is what the server executed while two guests bought the same goods.
 */
final class Raw {
    private static final Pattern CARD_PAGE = Pattern.compile("\"url\"\\s*:\\s*\"([^\"]+)\"");

    private static final int TWINS = 4;

    private final MeasuredMall mall;
    private final Gateway gateway;
    private final int helloBytes;
    private final List<Replay> replays = new ArrayList<>();
    private final AtomicInteger clients = new AtomicInteger();

    Raw(MeasuredMall mall, Gateway gateway, int helloBytes) {
        this.mall = mall;
        this.gateway = gateway;
        this.helloBytes = helloBytes;
    }

    /** Watches the purchases and tries each once; each client does another one, so that they do not wait for each other's rows. */
    Raw watch(int purchases) throws Exception {
        try (StatementLog log = new StatementLog(mall.databaseLog(), mall.superuser());
                Connection database = connect()) {
            for (int shop = 1; shop <= purchases; shop++) {
                Replay replay = replay(log, shop);
                replay.prepare(database);
                replay.once(database);
                replays.add(replay);
            }
        }
        return this;
    }

    String line() {
        Replay one = replays.get(0);
        return one.mallCalls() + " hello calls, 3 calls of the gateway, " + one.statements() + " statements in "
                + one.transactions() + " transactions";
    }

    Load.Workload workload() {
        return () -> new Order(replays.get(clients.getAndIncrement() % replays.size()));
    }

    /** A shop's first purchase also opens accounts in the ledger, so that it may be like no other. */
    private Replay replay(StatementLog log, int shop) throws IOException, InterruptedException {
        Instant start = Instant.now();
        Recording one = record(log, shop);
        for (int attempt = 0; attempt < TWINS; attempt++) {
            Recording other = record(log, shop);
            List<Recording> alike = one.alike(other);
            if (Replay.isOrder(alike.get(0))) {
                return new Replay(alike.get(0), alike.get(1), start);
            }
            start = Instant.now();
            one = other;
        }
        throw new IllegalStateException("no two purchases of shop " + shop + " are alike");
    }

    private Recording record(StatementLog log, int shop) throws IOException, InterruptedException {
        long since = System.currentTimeMillis();
        try (Shopper shopper = new Shopper(mall.port())) {
            List<Executed> executed = log.watch(() -> shopper.buy(shop, Seed.slug(shop, shop)));
            return Recording.of(executed, since, shopper.requestsTo(mall.port()) + 1);
        }
    }

    private Connection connect() throws IOException, SQLException {
        Connection database = mall.application();
        database.setAutoCommit(false);
        return database;
    }

    /** One buyer's connection to all three, and what he does again and again. */
    private final class Order implements Load.Client {
        private final Replay replay;
        private final Wire shop = new Wire(mall.port());
        private final Wire bank = new Wire(mall.sandboxPort());
        private final Connection database = connect();

        private Order(Replay replay) throws IOException, SQLException {
            this.replay = replay;
        }

        @Override
        public void once(Random random) throws IOException, SQLException {
            for (int call = 0; call < replay.mallCalls(); call++) {
                shop.send(gateway.helloCall(random, helloBytes)).expect(200);
            }
            pay();
            replay.once(database);
        }

        private void pay() throws IOException {
            String host = "localhost:" + mall.sandboxPort();
            String opening =
                    "{\"request_id\":\"" + UUID.randomUUID() + "\",\"merchant_reference\":\"raw\",\"amount\":13000,"
                            + "\"currency\":\"KRW\",\"return_url\":\"http://localhost:" + mall.port()
                            + "/\",\"language\":\"ko\"}";
            Reply opened = bank.send(Wire.request(
                            "POST /v1/sessions",
                            host,
                            opening.getBytes(StandardCharsets.UTF_8),
                            "Content-Type: application/json",
                            "Authorization: Bearer " + mall.setting("rialto.sandbox.key")))
                    .expect(201);
            Matcher page = CARD_PAGE.matcher(opened.text());
            if (!page.find()) {
                throw new IllegalStateException("no card page: " + opened.text());
            }
            String path = URI.create(page.group(1)).getRawPath();
            bank.send(Wire.get(host, path, "Accept: text/html")).expect(200);
            bank.send(Wire.request(
                            "POST " + path,
                            host,
                            Shopper.card().getBytes(StandardCharsets.US_ASCII),
                            "Content-Type: application/x-www-form-urlencoded"))
                    .expect(303);
        }

        @Override
        public void close() throws IOException, SQLException {
            shop.close();
            bank.close();
            database.close();
        }
    }
}
