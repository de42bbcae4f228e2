package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Unit;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that is killed in the middle of an effect, and one whose callers have used up their calls. */
class KilledUnitST {
    private static final int CALLS = 40;
    private final Mall mall = Mall.running();

    private Http at(Unit unit, Node member) {
        return Http.at("api.localhost", unit.port())
                .with("Authorization", "Bearer " + member.partner().token())
                .with("Rialto-Member", member.token("Rialto-Member"))
                .with("Rialto-Cart", member.token("Rialto-Cart"));
    }

    private static Http.Answer cancel(Http caller, String number, String key) {
        return caller.send(caller.request("/api/v1/orders/" + number + "/cancellation")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.noBody()));
    }

    private long counted(String sql, String number) throws Exception {
        try (var database = mall.database();
                var query = database.prepareStatement(sql)) {
            query.setString(1, number);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private long cancellations(String number) throws Exception {
        return counted(
                "select count(*) from order_event e join purchase p on p.id = e.order_id"
                        + " where p.number = ? and e.kind = 'cancelled'",
                number);
    }

    /** Waits until somebody waits for the row that the test holds. */
    private void awaitWaiter() throws Exception {
        Instant limit = Instant.now().plus(Duration.ofMinutes(1));
        while (counted(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike ?",
                        "%purchase%")
                == 0) {
            assertThat(Instant.now()).as("the gateway reaches the order").isBefore(limit);
            Thread.onSpinWait();
        }
    }

    @Test
    @Tag("A15")
    @Tag("A17")
    void aKilledCancellationIsMadeOnceAndAnsweredAgainAndCallsAreBounded(@TempDir Path data) throws Exception {
        Node member = Node.of(mall, "hanok.localhost").joined();
        String number = Purchase.by(member).number();
        String key = "killed-" + UUID.randomUUID();
        try (Unit unit = Unit.gateway(
                mall, data.resolve("unit"), Map.of("RIALTO_API_CALLS_PER_MINUTE", String.valueOf(CALLS)))) {
            killAmid(unit, member, number, key);
            assertThat(cancellations(number)).as("nothing is half done").isZero();
            unit.startAgain();
            Http caller = at(unit, member);
            Http.Answer first = cancel(caller, number, key);
            assertThat(first.status()).as(first.toString()).isEqualTo(200);
            unit.kill();
            unit.startAgain();
            Http.Answer again = cancel(at(unit, member), number, key);
            assertThat(again.status()).as(again.toString()).isEqualTo(200);
            assertThat(again.header("Idempotent-Replayed")).hasValue("true");
            JsonObject order = again.json().getAsJsonObject();
            assertThat(order.get("state").getAsString()).isEqualTo("cancelled");
            assertThat(cancellations(number)).isEqualTo(1);
            callsAreBounded(unit, member);
        }
    }

    private void killAmid(Unit unit, Node member, String number, String key) throws Exception {
        try (Connection holder = mall.database()) {
            holder.setAutoCommit(false);
            try (var lock = holder.prepareStatement("select id from purchase where number = ? for update")) {
                lock.setString(1, number);
                assertThat(lock.executeQuery().next()).isTrue();
            }
            Http caller = at(unit, member);
            CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> cancel(caller, number, key))
                    .exceptionally(broken -> null);
            awaitWaiter();
            unit.kill();
            asked.join();
            holder.rollback();
        }
    }

    private void callsAreBounded(Unit unit, Node member) throws Exception {
        Http caller = at(unit, member);
        Http.Answer last = caller.get("/api/v1/goods?limit=1");
        // a minute may end meanwhile, and the count with it
        for (int i = 0; i < 3 * CALLS && last.status() == 200; i++) {
            last = caller.get("/api/v1/goods?limit=1");
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text()).contains("too_many_calls");
        assertThat(last.header("Content-Type")).hasValue("application/problem+json");
        assertThat(last.header("RateLimit-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("\"credential\";q=" + CALLS + ";w=60"));
        assertThat(last.header("RateLimit"))
                .hasValueSatisfying(state -> assertThat(state).startsWith("\"credential\";r=0;t="));
        int pause = Integer.parseInt(last.header("Retry-After").orElseThrow());
        assertThat(pause).isBetween(1, 60);
        Node other = Node.of(mall, "hanok.localhost");
        Http colleague = Http.at("api.localhost", unit.port())
                .with("Authorization", "Bearer " + other.partner().token());
        assertThat(colleague.get("/api/v1/goods?limit=1").status()).isEqualTo(200);
    }
}
