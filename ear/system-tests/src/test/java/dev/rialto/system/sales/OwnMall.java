package dev.rialto.system.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Rialto;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** A mall for one test alone, whose process may be killed: its console, its database, and the papers of its statements. */
final class OwnMall implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Map<String, String> settings;
    private final Path data;
    private Rialto process;
    private Http console;

    OwnMall(Path data) {
        this.settings = Rialto.settings(data);
        this.data = data;
        startAgain();
    }

    void startAgain() {
        process = Rialto.start(settings).awaitOpen();
        console = Http.at("console.localhost", Integer.parseInt(settings.get("RIALTO_PORT")))
                .with("Accept-Language", "en");
        Map<String, String> operator =
                Map.of("do", "sign-in", "email", "operator@onmaru.example", "password", "maru-operator-2026");
        int status = console.post("/sign-in", operator).status();
        if (status != 303) {
            process.close();
            throw new AssertionError("the operator is not let in: " + status);
        }
    }

    /** Ends server and launcher without a word; their database lives on, and is found again. */
    void kill() {
        process.handle()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .forEach(ProcessHandle::destroyForcibly);
        process.handle().destroyForcibly();
        process.awaitEnd();
    }

    /** Asks for the next period to be closed. */
    void settle() {
        assertThat(console.post("/settlement/periods", Map.of("do", "close")).status())
                .isEqualTo(303);
    }

    /** The fifteenth statement in the order of the job. */
    String fifteenth() throws SQLException {
        return column("select id from statement_order order by n offset 14 limit 1")
                .get(0);
    }

    /** All statements as they are stored, and the SHA-256 of each one's files. */
    Map<String, String> papers() throws Exception {
        Map<String, String> papers = new TreeMap<>();
        for (String stored : OldSales.STORED) {
            papers.put(stored, String.join("\n", column(stored)));
        }
        for (String id : column("select id from settlement_statement")) {
            for (String as : List.of("csv", "pdf")) {
                String path = "/settlement/statements/" + outside(id) + "?as=" + as;
                Http.Answer file = console.get(path);
                assertThat(file.status()).as(path).isEqualTo(200);
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(file.response().body());
                papers.put(path, HexFormat.of().formatHex(hash));
            }
        }
        return papers;
    }

    /** The id as addresses have it. */
    private static String outside(String id) {
        String digits = new BigInteger(id.replace("-", ""), 16).toString(32);
        StringBuilder text = new StringBuilder("statement_" + "0".repeat(26 - digits.length()));
        digits.chars()
                .forEach(digit -> text.append("0123456789abcdefghjkmnpqrstvwxyz".charAt(Character.digit(digit, 32))));
        return text.toString();
    }

    /** Takes back all that was settled, as nobody but the database's superuser can; the period stays asked for. */
    void undo() throws SQLException {
        change(
                "create table statement_order as select id, row_number() over (order by tenant_id, site_id, currency) as n"
                        + " from settlement_statement");
        change(OldSales.UNSETTLED);
    }

    String look(String sql) throws SQLException {
        return column(sql).get(0);
    }

    private List<String> column(String sql) throws SQLException {
        List<String> column = new ArrayList<>();
        try (Connection database = database();
                ResultSet rows = database.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                column.add(rows.getString(1));
            }
        }
        return column;
    }

    void change(String sql) throws SQLException {
        try (Connection database = database()) {
            database.createStatement().execute(sql);
        }
    }

    /** The mall's database, as its superuser. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                Mall.property(data.resolve("server.properties"), "rialto.db.owner.url"),
                "postgres",
                Mall.property(data.resolve("secrets.properties"), "postgres"));
    }

    void await(Callable<Boolean> holds) throws Exception {
        Instant end = Instant.now().plus(LIMIT);
        while (!holds.call()) {
            assertThat(Instant.now()).as("waited too long").isBefore(end);
            Thread.sleep(200);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
