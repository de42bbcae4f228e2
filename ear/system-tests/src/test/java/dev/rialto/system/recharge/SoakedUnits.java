package dev.rialto.system.recharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Unit;
import dev.rialto.system.sales.OldSales;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two units that make codes, settle and redeem, one of which is killed in each round; and what must hold after it. */
final class SoakedUnits implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int CODES = 5000;
    private static final int VIEWERS = 24;
    private static final Pattern RECHARGED = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Each counts what must not be. */
    private static final Map<String, String> NEVER = Map.of(
            "a batch with fewer or more codes than it says",
            """
            select count(*) from code_batch b where b.state in ('made', 'exported') and b.quantity not in (
                select count(distinct c.number) from recharge_code c where c.batch_id = b.id)""",
            "a stock that counts other codes than there are",
            """
            select count(*) from card_stock s where s.coded <> (
                select count(*) from recharge_code c where c.tenant_id = s.tenant_id and c.product_id = s.product_id
                  and c.state in ('created', 'assigned', 'sold', 'used'))""",
            "a stock that counts other recharges than there were",
            """
            select count(*) from card_stock s where s.used <> (
                select count(*) from recharge_code c where c.tenant_id = s.tenant_id and c.product_id = s.product_id
                  and c.state = 'used')""",
            "a code that is still held",
            "select count(*) from recharge_code where held_by is not null",
            "a code that recharged twice, or did and is not used",
            """
            select count(*) from (
                select c.id from recharge_request r join recharge_code c on c.id = r.code_id where r.state = 'done'
                group by c.id having count(*) > 1 or max(c.state) <> 'used') x""",
            "money out of nothing",
            "select count(*) from (select from ledger_entry group by currency having sum(amount) <> 0) x");

    private final Mall mall = Mall.running();
    private final Channel cardpoint = Channel.cardpoint();
    private final Http operator = mall.at("console.localhost").with("Accept-Language", "en");
    private final long seed;
    private final Random random;
    private final List<Unit> units = new ArrayList<>();
    private final ExecutorService crowd = Executors.newFixedThreadPool(6);
    private List<String> settled = List.of();
    private int rounds;
    private int redeemed;

    SoakedUnits(Path folder, long seed) throws Exception {
        this.seed = seed;
        this.random = new Random(seed);
        change("update card_stock set bought = bought + 10000000");
        change(OldSales.MADE);
        units.addAll(Unit.both(
                () -> Unit.whole(mall, folder.resolve("north"), "north", mall.port()),
                () -> Unit.whole(mall, folder.resolve("south"), "south", mall.port())));
        operator.post(
                "/sign-in",
                Map.of("do", "sign-in", "email", "operator@onmaru.example", "password", "maru-operator-2026"));
    }

    String line() {
        return "Round " + rounds + ": " + redeemed + " codes redeemed, " + rounds * CODES + " made, " + rounds
                + " units killed, every count as it must be; seed " + seed;
    }

    /** Work for both units, one of which dies meanwhile and comes again; then everything is counted. */
    void round() throws Exception {
        rounds++;
        List<Viewing> viewings = viewings();
        String batch = cardpoint.ask(CODES);
        settle();
        List<Future<?>> work = new ArrayList<>();
        int dying = random.nextInt(units.size());
        int alive = random.nextInt(8000);
        work.add(crowd.submit(() -> killAndStart(units.get(dying), alive)));
        viewings.forEach(viewing -> work.add(crowd.submit(() -> redeem(viewing))));
        for (Future<?> one : work) {
            one.get();
        }
        redeemed += viewings.size();
        await("the batch", () -> cardpoint.console.get(batch).text().contains("Made</span>"));
        await("the statements", () -> count("select count(*) from settlement_period where closed_at is null") == 0);
        await(
                "the provider's word",
                () -> count("select count(*) from recharge_request where state in ('calling', 'unknown')") == 0);
        check();
    }

    private List<Viewing> viewings() throws Exception {
        List<Viewing> viewings = new ArrayList<>();
        for (String code : cardpoint.codes(VIEWERS)) {
            String contact = Channel.contact();
            String account = "soak." + rounds + "." + viewings.size() + ".viewer";
            String address = "198.18." + rounds % 250 + "." + (1 + viewings.size());
            viewings.add(new Viewing(UUID.randomUUID(), code, account, contact, cardpoint.proof(contact), address));
        }
        return viewings;
    }

    private void settle() throws SQLException {
        if (rounds > 1) {
            change(OldSales.UNSETTLED);
        }
        assertThat(operator.post("/settlement/periods", Map.of("do", "close")).status())
                .isEqualTo(303);
    }

    private Void killAndStart(Unit unit, int aliveMillis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(aliveMillis);
        unit.kill();
        unit.startAgain();
        return null;
    }

    /** A person at home who has a code, and asks again with the same form as long as no answer comes. */
    private record Viewing(UUID request, String code, String account, String contact, String proof, String address) {}

    private Void redeem(Viewing viewing) throws Exception {
        int[] tries = {viewing.request().hashCode() & 1};
        await("an answer for " + viewing.account(), () -> answered(viewing, units.get(tries[0]++ % units.size())));
        return null;
    }

    private boolean answered(Viewing viewing, Unit unit) {
        Channel visitor = cardpoint.at("cards.localhost", unit.port(), mall.port(), viewing.address());
        try {
            Http.Answer answer = visitor.redeem(
                    viewing.request(), viewing.code(), viewing.account(), viewing.contact(), viewing.proof());
            assertThat(answer.status()).as(answer.toString()).isIn(303, 404, 503);
            return answer.status() == 303;
        } catch (UncheckedIOException dead) {
            return false;
        }
    }

    private void check() throws Exception {
        for (Map.Entry<String, String> never : NEVER.entrySet()) {
            assertThat(count(never.getValue()))
                    .as(never.getKey() + ", seed " + seed)
                    .isZero();
        }
        Map<String, Integer> recharged = journal();
        List<String> done = column("select id::text from recharge_request where state = 'done'");
        assertThat(recharged.keySet()).as("recharged at the provider").containsExactlyInAnyOrderElementsOf(done);
        assertThat(recharged.values()).as("how often each").containsOnly(1);
        List<String> now = new ArrayList<>();
        for (String stored : OldSales.STORED) {
            now.add(String.join("\n", column(stored)));
        }
        if (rounds > 1) {
            assertThat(now).as("the statements of the first round").isEqualTo(settled);
        }
        settled = now;
    }

    /** How often the provider recharged for each request; its journal is a line for each thing it did. */
    private Map<String, Integer> journal() throws Exception {
        Map<String, Integer> times = new HashMap<>();
        for (String line : Files.readAllLines(mall.data().resolve("sandbox").resolve("cards.jsonl"))) {
            Matcher request = RECHARGED.matcher(line);
            if (line.contains("\"recharged\"") && request.find()) {
                times.merge(request.group(), 1, Integer::sum);
            }
        }
        return times;
    }

    private static void await(String what, Callable<Boolean> holds) throws Exception {
        try {
            Waiting.until(LIMIT, holds);
        } catch (AssertionError late) {
            throw new AssertionError("while waiting for " + what, late);
        }
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(column(sql).get(0));
    }

    private List<String> column(String sql) throws SQLException {
        List<String> column = new ArrayList<>();
        try (Connection database = mall.superuser();
                ResultSet rows = database.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                column.add(rows.getString(1));
            }
        }
        return column;
    }

    private void change(String sql) throws SQLException {
        try (Connection database = mall.superuser()) {
            database.createStatement().execute(sql);
        }
    }

    @Override
    public void close() {
        crowd.shutdownNow();
        units.forEach(Unit::close);
    }
}
