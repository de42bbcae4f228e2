package dev.rialto.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a recharge cannot do without: a hello call, the provider's call with its signature, and its SQL by plain JDBC. */
final class RawRecharge implements AutoCloseable {
    private static final int TWINS = 6;
    static final int HELLO_BYTES = 1000;
    /** The least that must be seen of a code: it is looked up, held, and used. */
    private static final int TOUCHES = 3;

    private final MeasuredMall mall;
    private final CardShop shop;
    private final Gateway gateway;
    private final List<Watched> watched = new ArrayList<>();
    private final AtomicInteger clients = new AtomicInteger();

    RawRecharge(MeasuredMall mall, CardShop shop, Gateway gateway) {
        this.mall = mall;
        this.shop = shop;
        this.gateway = gateway;
    }

    private record Watched(CardShop.Person person, Replay replay, Connection database) {}

    /** Watches recharges of several people, so that they do not wait for each other's rows. */
    RawRecharge watch(int count) throws Exception {
        try (StatementLog log = new StatementLog(mall.databaseLog(), mall.superuser())) {
            for (int i = 0; i < count; i++) {
                CardShop.Person person = shop.next();
                Connection database = mall.application();
                database.setAutoCommit(false);
                Replay replay = replay(log, person);
                replay.prepare(database);
                watched.add(new Watched(person, replay, database));
            }
        }
        return this;
    }

    String line() {
        Replay one = watched.get(0).replay();
        return "1 hello call, 1 call of the provider, " + one.statements() + " statements in " + one.transactions()
                + " transactions";
    }

    private Replay replay(StatementLog log, CardShop.Person person) throws Exception {
        Instant start = Instant.now();
        Recording one = record(log, person);
        for (int attempt = 0; attempt < TWINS; attempt++) {
            Instant next = Instant.now();
            Recording other = record(log, person);
            List<Recording> alike = one.alike(other);
            if (isWhole(alike.get(0))) {
                return new Replay(alike.get(0), alike.get(1), start);
            }
            start = next;
            one = other;
        }
        throw new IllegalStateException("no two recharges are alike");
    }

    private static boolean isWhole(Recording recording) {
        return recording.transactions().stream()
                        .flatMap(List::stream)
                        .filter(one -> one.sql().contains("recharge_code"))
                        .count()
                >= TOUCHES;
    }

    private Recording record(StatementLog log, CardShop.Person person) throws Exception {
        try (Wire wire = new Wire(mall.port())) {
            List<Executed> executed = log.watch(() -> shop.recharge(wire, person));
            person.renewal().renew();
            List<List<Executed>> own = Recording.transactions(executed).stream()
                    .filter(RawRecharge::isOfRecharge)
                    .toList();
            return new Recording(own, 1);
        }
    }

    private static boolean isOfRecharge(List<Executed> transaction) {
        return transaction.stream().anyMatch(one -> one.sql().matches("(?s).*(recharge_|throttle).*"));
    }

    Load.Workload workload() {
        return () -> new Bare(watched.get(clients.getAndIncrement() % watched.size()));
    }

    private final class Bare implements Load.Client {
        private final Watched watched;
        private final Wire api = new Wire(mall.port());
        private final URI provider = URI.create(mall.setting("rialto.card.sandbox.url"));
        private final String key = mall.setting("rialto.card.sandbox.key");
        private final String secret = mall.setting("rialto.card.sandbox.secret");
        private final Wire seller = new Wire(provider.getPort());

        private Bare(Watched watched) throws IOException {
            this.watched = watched;
        }

        @Override
        public void once(Random random) throws Exception {
            api.send(gateway.helloCall(random, HELLO_BYTES)).expect(200);
            seller.send(recharge()).expect(201);
            watched.replay().again(watched.database());
            watched.person().renewal().renew();
        }

        private byte[] recharge() throws GeneralSecurityException {
            String id = UUID.randomUUID().toString();
            String body = "{\"request_id\":\"" + id + "\",\"sku\":\"VP-30\",\"account\":\""
                    + watched.person().account() + "\"}";
            String time = String.valueOf(Instant.now().getEpochSecond());
            return Wire.request(
                    "POST /v1/recharges",
                    provider.getAuthority(),
                    body.getBytes(StandardCharsets.UTF_8),
                    "Content-Type: application/json",
                    "Authorization: Bearer " + key,
                    "Card-Id: " + id,
                    "Card-Timestamp: " + time,
                    "Card-Signature: " + signature(id + "." + time + "." + body));
        }

        private String signature(String text) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void close() throws IOException {
            api.close();
            seller.close();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Watched one : watched) {
            one.database().close();
        }
    }
}
