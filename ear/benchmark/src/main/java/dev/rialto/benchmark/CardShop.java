package dev.rialto.benchmark;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The recharge page of the demo's channel, and people who each have a code that is good again after every recharge. */
final class CardShop {
    static final String PROOF = "000000";
    private static final Pattern PRODUCT =
            Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>Video Plus, one month");
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
    private static final int LENGTH = 26;

    private final MeasuredMall mall;
    private final List<Person> people = new ArrayList<>();
    private final AtomicInteger served = new AtomicInteger();

    CardShop(MeasuredMall mall) {
        this.mall = mall;
    }

    /** Somebody with a code, a contact and a verification code. */
    record Person(String code, String contact, UUID codeId, UUID proofId) {}

    private URI at(String host, String path) {
        return URI.create("http://" + host + ":" + mall.port() + path);
    }

    /** Signs a browser in as the channel's owner and names the product. */
    String owner(Browser owner) throws IOException {
        owner.post(
                        at("console.localhost", "/sign-in"),
                        Map.of("do", "sign-in", "email", "cards@cardpoint.example", "password", "cardpoint-owner-2026"))
                .expect(200);
        String form = owner.get(at("console.localhost", "/code-batches?ask=ask&lang=en"))
                .html();
        Matcher product = PRODUCT.matcher(form);
        if (!product.find()) {
            throw new IllegalStateException("no product in " + form);
        }
        return product.group(1);
    }

    /** Hands codes over as a provider would, and lets each person ask for a verification code. */
    CardShop open(int count) throws IOException, SQLException {
        try (Connection database = mall.superuser();
                Statement statement = database.createStatement();
                Browser owner = new Browser()) {
            statement.execute("update card_stock set bought = bought + 100000000, coded = coded + 50000000");
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                codes.add(code(new Random()));
            }
            owner.post(
                            at("console.localhost", "/code-batches"),
                            Map.of("do", "hand-over", "productId", owner(owner), "codes", String.join("\n", codes)))
                    .expect(200);
            for (int i = 0; i < count; i++) {
                people.add(person(statement, codes.get(i), i + 1));
            }
        }
        return this;
    }

    private Person person(Statement statement, String code, int number) throws IOException, SQLException {
        String contact = "bench" + number + "@example.test";
        try (Browser visitor = new Browser()) {
            visitor.post(at("cards.localhost", "/recharge"), Map.of("do", "send", "contact", contact))
                    .expect(200);
        }
        UUID proof = id(statement, """
                update recharge_proof set code_hash = encode(sha256(convert_to(id || '%s', 'UTF8')), 'hex'),
                    expires_at = now() + interval '1 day'
                where id = (select id from recharge_proof order by created_at desc limit 1) returning id""".formatted(PROOF));
        UUID codeId = id(
                statement,
                "select c.id from recharge_code c join code_batch b on b.id = c.batch_id where b.origin = 'handed_over'"
                        + " and c.number = " + number + " order by b.asked_at desc limit 1");
        return new Person(code, contact, codeId, proof);
    }

    private static UUID id(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new SQLException("nothing for " + sql);
            }
            return row.getObject(1, UUID.class);
        }
    }

    /** A code with its check symbol, as anybody can write one down. */
    static String code(Random random) {
        BigInteger value = BigInteger.ZERO;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            int symbol = random.nextInt(32);
            value = value.shiftLeft(5).or(BigInteger.valueOf(symbol));
            text.append(SYMBOLS.charAt(symbol));
        }
        return text.append(SYMBOLS.charAt(value.mod(BigInteger.valueOf(37)).intValue()))
                .toString();
    }

    /** The form of the recharge page, sent from an address. */
    byte[] form(String code, String contact, String account, String address) {
        String fields = Browser.form(Map.of(
                "do", "redeem",
                "request", UUID.randomUUID().toString(),
                "name", "Kim Bench",
                "contact", contact,
                "account", account,
                "proof", PROOF,
                "code", code));
        return Wire.request(
                "POST /recharge",
                "cards.localhost:" + mall.port(),
                fields.getBytes(StandardCharsets.US_ASCII),
                "Content-Type: application/x-www-form-urlencoded",
                "Accept: text/html",
                "Accept-Language: en",
                "Sec-Fetch-Site: same-origin",
                "X-Forwarded-For: " + address);
    }

    Person next() {
        return people.get(served.getAndIncrement() % people.size());
    }

    /** Makes a person's code and verification code good again, without a word to anybody. */
    static final class Renewal implements AutoCloseable {
        private final Connection database;
        private final PreparedStatement statement;

        Renewal(MeasuredMall mall, Person person) throws IOException, SQLException {
            database = mall.superuser();
            database.createStatement().execute("set session_replication_role = replica");
            statement = database.prepareStatement("""
                    with code as (update recharge_code set state = 'assigned', held_by = null where id = ?)
                    update recharge_proof set used_at = null, tries = 0 where id = ?""");
            statement.setObject(1, person.codeId());
            statement.setObject(2, person.proofId());
        }

        void renew() throws SQLException {
            statement.executeUpdate();
        }

        @Override
        public void close() throws IOException {
            try {
                database.close();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }

    /** A person who recharges again and again. */
    Load.Workload recharges() {
        return () -> new Recharging(next());
    }

    private final class Recharging implements Load.Client {
        private final Person person;
        private final Wire shop = new Wire(mall.port());
        private final Renewal renewal;

        private Recharging(Person person) throws IOException, SQLException {
            this.person = person;
            this.renewal = new Renewal(mall, person);
            renewal.renew();
        }

        @Override
        public void once(Random random) throws IOException, SQLException {
            Reply reply = shop.send(form(person.code(), person.contact(), "bench.viewer", "198.51.100.1"));
            if (reply.status() != 303) {
                throw new IllegalStateException(reply.status() + " instead of 303: " + reply.text());
            }
            renewal.renew();
        }

        @Override
        public void close() throws IOException {
            shop.close();
            renewal.close();
        }
    }
}
