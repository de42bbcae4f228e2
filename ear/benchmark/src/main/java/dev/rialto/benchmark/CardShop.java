package dev.rialto.benchmark;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The recharge page of the demo's channel, and people who each have a code that is good again after every recharge. */
final class CardShop implements AutoCloseable {
    private static final String PROOF = "000000";
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
    private static final int LENGTH = 26;

    private final MeasuredMall mall;
    private final List<Person> people = new ArrayList<>();
    private final AtomicInteger served = new AtomicInteger();

    CardShop(MeasuredMall mall) {
        this.mall = mall;
    }

    /** Somebody with a code, a contact and a verification code; the provider does not call back about the account. */
    record Person(int number, String code, Renewal renewal) {
        private String contact() {
            return CardShop.contact(number);
        }

        String account() {
            return "silent.bench" + number;
        }

        private String address() {
            return "198.51.100." + number;
        }
    }

    /** Hands codes over as a provider would, and lets each person ask for a verification code. */
    CardShop open(int count) throws IOException, SQLException {
        List<String> codes =
                Stream.generate(() -> code(new Random())).limit(count).toList();
        try (Connection database = mall.superuser();
                Statement statement = database.createStatement();
                ChannelOwner owner = new ChannelOwner(mall)) {
            // more recharges than codes, as these are used again and again
            statement.execute("update card_stock set bought = bought + 100000000, coded = coded + 50000000");
            owner.handOver(codes);
            for (int i = 0; i < count; i++) {
                people.add(person(statement, codes.get(i), i + 1));
            }
        }
        return this;
    }

    private Person person(Statement statement, String code, int number) throws IOException, SQLException {
        UUID codeId = id(
                statement,
                "select c.id from recharge_code c join code_batch b on b.id = c.batch_id where b.origin = 'handed_over'"
                        + " and c.number = " + number + " order by b.asked_at desc limit 1");
        URI page = URI.create("http://cards.localhost:" + mall.port() + "/recharge");
        try (Browser visitor = new Browser()) {
            visitor.post(page, Map.of("do", "send", "contact", contact(number))).expect(200);
        }
        String known = """
                update recharge_proof set code_hash = encode(sha256(convert_to(id || '%s', 'UTF8')), 'hex'),
                    expires_at = now() + interval '1 day'
                where id = (select id from recharge_proof order by created_at desc limit 1) returning id""".formatted(PROOF);
        return new Person(number, code, new Renewal(mall.superuser(), codeId, id(statement, known)));
    }

    private static String contact(int number) {
        return "bench" + number + "@example.test";
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

    /** A person who recharges again and again. */
    Load.Workload recharges() {
        return () -> new Recharger(next(), new Wire(mall.port()));
    }

    private final class Recharger implements Load.Client {
        private final Person person;
        private final Wire wire;

        private Recharger(Person person, Wire wire) {
            this.person = person;
            this.wire = wire;
        }

        @Override
        public void once(Random random) throws IOException, SQLException {
            recharge(wire, person);
            person.renewal().renew();
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }

    /** Sends the form of the recharge page as this person does. */
    void recharge(Wire wire, Person person) throws IOException {
        wire.send(form(person.code(), person.contact(), person.account(), person.address()))
                .expect(303);
    }

    @Override
    public void close() throws SQLException {
        for (Person person : people) {
            person.renewal().close();
        }
    }
}
