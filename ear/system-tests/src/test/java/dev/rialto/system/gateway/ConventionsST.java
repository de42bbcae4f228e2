package dev.rialto.system.gateway;

import static dev.rialto.system.gateway.Purchase.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What partners rely on besides the operations: once for a key, asked for and undone, feeds, jobs. */
class ConventionsST {
    private static final Mall MALL = Mall.running();
    private static Node hanok;

    @BeforeAll
    static void aSeller() throws Exception {
        hanok = Node.of(MALL, "hanok.localhost");
    }

    private static String key() {
        return "key-" + UUID.randomUUID();
    }

    private static String change(String variant, String kind, long quantity) {
        return "{\"changes\":[{\"variantId\":\"" + variant + "\",\"kind\":\"" + kind + "\",\"quantity\":" + quantity
                + ",\"reason\":\"counted anew\"}]}";
    }

    private static Http.Answer send(String json, String key) {
        return hanok.sendOnce("POST", "/api/v1/seller/stock/changes", json, key);
    }

    private static long present(String variant) throws Exception {
        try (var database = MALL.database();
                var query = database.prepareStatement("""
                        select sum(s.on_hand) from stock s join variant v on v.id = s.variant_id where v.id = ?::uuid""")) {
            query.setString(1, Listeners.inside(variant).toString());
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static String code(Http.Answer answer) {
        return answer.json().getAsJsonObject().get("code").getAsString();
    }

    private static JsonObject deed(String key) {
        return object(hanok.calling().get("/api/v1/requests/" + key))
                .getAsJsonArray("items")
                .get(0)
                .getAsJsonObject();
    }

    @Test
    void manyAtOnceWithOneKeyActOnceAndAllAreTold() throws Exception {
        String variant = hanok.variant();
        long before = present(variant);
        String key = key();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Callable<Http.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(() -> send(change(variant, "receipt", 7), key));
        }
        int fresh = 0;
        for (Future<Http.Answer> call : threads.invokeAll(calls)) {
            Http.Answer answer = call.get();
            assertThat(answer.status()).as(answer.toString()).isIn(200, 409);
            if (answer.status() == 409) {
                assertThat(code(answer)).isEqualTo("still_running");
                assertThat(answer.header("Retry-After")).isPresent();
            } else if (answer.header("Idempotent-Replayed").isEmpty()) {
                fresh++;
            }
        }
        threads.shutdown();
        assertThat(fresh).isEqualTo(1);
        assertThat(present(variant)).isEqualTo(before + 7);
        assertThat(code(send(change(variant, "receipt", 8), key))).isEqualTo("idempotency_key_reused");
    }

    @Test
    void aChangeWhoseAnswerWasLostIsAskedForAndUndoneOnce() throws Exception {
        String variant = hanok.variant();
        long before = present(variant);
        String key = key();
        object(send(change(variant, "count", before + 4), key));
        assertThat(present(variant)).isEqualTo(before + 4);
        JsonObject done = deed(key);
        assertThat(done.get("state").getAsString()).isEqualTo("done");
        assertThat(done.get("reversible").getAsBoolean()).isTrue();
        for (int i = 0; i < 2; i++) {
            object(hanok.send("POST", "/api/v1/requests/" + key + "/reversal", ""));
            assertThat(present(variant)).isEqualTo(before);
        }
        assertThat(deed(key).get("state").getAsString()).isEqualTo("reversed");
        assertThat(audited(key)).isEqualTo(1);
        Http colleague =
                Partner.ofStorefront(MALL, "hanok.localhost", "requests:write").calling();
        assertThat(code(colleague.get("/api/v1/requests/" + key))).isEqualTo("request_not_found");
    }

    /** How often the seller's audit says that this program undid the request, and which one it was. */
    private static long audited(String key) throws Exception {
        try (var database = MALL.database();
                var query = database.prepareStatement("""
                        select count(*) from audit a join credential c on c.id = ? and c.tenant_id = a.tenant_id
                        where a.action = 'request.reverse' and a.reason = ?
                        """)) {
            query.setString(1, hanok.partner().clientId());
            query.setString(2, hanok.partner().clientId() + ": POST /api/v1/seller/stock/changes " + key);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void afterTwoDaysNothingIsUndone() throws Exception {
        String variant = hanok.variant();
        String key = key();
        object(send(change(variant, "receipt", 1), key));
        try (var database = MALL.database();
                var update = database.prepareStatement(
                        "update idempotency set created_at = created_at - interval '49 hours' where key = ?")) {
            update.setString(1, key);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        long before = present(variant);
        assertThat(code(hanok.send("POST", "/api/v1/requests/" + key + "/reversal", "")))
                .isEqualTo("too_late_to_reverse");
        assertThat(present(variant)).isEqualTo(before);
    }

    @Test
    void anOrderWhoseAnswerWasLostIsFoundAndCalledOff() throws Exception {
        Node member = Node.of(MALL, "hanok.localhost").joined();
        object(member.send("POST", "/api/v1/cart/lines", Purchase.line(member.variant(), 1)));
        String key = key();
        JsonObject placed = object(
                member.sendOnce("POST", "/api/v1/checkout/payment", Purchase.payment(Purchase.offer(member)), key));
        String number = placed.get("orderNumber").getAsString();
        Node program = member;
        JsonObject found = object(program.calling().get("/api/v1/requests/" + key))
                .getAsJsonArray("items")
                .get(0)
                .getAsJsonObject();
        assertThat(found.get("orderNumber").getAsString()).isEqualTo(number);
        object(program.send("POST", "/api/v1/requests/" + key + "/reversal", ""));
        assertThat(object(member.calling().get("/api/v1/orders/" + number))
                        .get("state")
                        .getAsString())
                .isEqualTo("cancelled");
    }

    /** Feeds tell what is two seconds old: looked at until it is there. */
    private static void eventually(Supplier<Boolean> there, String what) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        while (!there.get()) {
            assertThat(Instant.now()).as(what).isBefore(limit);
            Thread.onSpinWait();
        }
    }

    private static String end(String feed) {
        String place = "";
        while (true) {
            String since = place.isEmpty() ? "" : "&changed_since=" + place;
            JsonObject page = object(hanok.calling().get(feed + "?limit=200" + since));
            place = page.get("next").getAsString();
            if (!page.get("more").getAsBoolean()) {
                return place;
            }
        }
    }

    private static boolean tells(String feed, String since, String text) {
        return hanok.calling().get(feed + "?changed_since=" + since).text().contains(text);
    }

    @Test
    void whatChangesStandsInTheFeedsFromTheLastPlaceOn() throws Exception {
        String stock = end("/api/v1/seller/stock");
        String parts = end("/api/v1/seller/orders/changes");
        String goods = end("/api/v1/seller/goods");
        Purchase.Bought bought = Purchase.by(Node.of(MALL, "hanok.localhost").joined());
        eventually(() -> tells("/api/v1/seller/stock", stock, bought.variant()), "the stock in its feed");
        eventually(() -> tells("/api/v1/seller/orders/changes", parts, bought.number()), "the part in its feed");
        assertThat(hanok.calling()
                        .get("/api/v1/seller/goods?changed_since=" + goods)
                        .status())
                .isEqualTo(200);
    }

    private static JsonObject ended(String job) {
        JsonObject[] last = {new JsonObject()};
        eventually(
                () -> {
                    last[0] = object(hanok.calling().get("/api/v1/seller/goods/jobs/" + job));
                    return last[0].has("finishedAt");
                },
                "the end of the job");
        return last[0];
    }

    @Test
    void manyGoodsAreAJobThatTellsRowByRow() throws Exception {
        String handle = "job-" + UUID.randomUUID();
        JsonObject tried =
                ended(object(hanok.send("POST", "/api/v1/seller/goods/jobs", Wares.job(hanok, "dry_run", handle)))
                        .get("id")
                        .getAsString());
        assertThat(tried.get("created").getAsLong()).isEqualTo(1);
        String key = key();
        String wanted = Wares.job(hanok, "import", handle);
        Http.Answer taken = hanok.sendOnce("POST", "/api/v1/seller/goods/jobs", wanted, key);
        assertThat(taken.status()).isEqualTo(202);
        String job = object(taken).get("id").getAsString();
        assertThat(object(hanok.sendOnce("POST", "/api/v1/seller/goods/jobs", wanted, key))
                        .get("id")
                        .getAsString())
                .isEqualTo(job);
        JsonObject done = ended(job);
        assertThat(done.get("state").getAsString()).isEqualTo("completed");
        assertThat(done.get("created").getAsLong()).isEqualTo(1);
        assertThat(done.get("refused").getAsLong()).isEqualTo(1);
        JsonElement wrong = object(hanok.calling().get("/api/v1/seller/goods/jobs/" + job + "/errors"))
                .getAsJsonArray("items")
                .get(0);
        assertThat(wrong.getAsJsonObject().get("row").getAsLong()).isEqualTo(3);
        assertThat(wrong.getAsJsonObject().get("field").getAsString()).isEqualTo("Variant Price");
        assertThat(hanok.calling()
                        .get("/api/v1/seller/goods/jobs/" + job + "/errors.csv")
                        .text())
                .startsWith("number,row,field,code,value,severity")
                .contains(",3,Variant Price,");
    }

    @Test
    void aProductFileIsAJobToo() throws Exception {
        String file = "Handle,Title,Variant Price\r\nfile-" + UUID.randomUUID() + ",쟁반,12000\r\n,,abc\r\n";
        String address = "/api/v1/seller/goods/files?currency=KRW&language=ko&category=" + Wares.category(hanok);
        var request = hanok.calling()
                .request(address)
                .header("Idempotency-Key", key())
                .header("Content-Type", "text/csv");
        JsonObject job =
                object(hanok.calling().send(request.POST(java.net.http.HttpRequest.BodyPublishers.ofString(file))));
        JsonObject done = ended(job.get("id").getAsString());
        assertThat(done.get("created").getAsLong()).isEqualTo(1);
        Http.Answer none = hanok.calling()
                .send(hanok.calling()
                        .request(address.replace("category=", "category=none-"))
                        .header("Idempotency-Key", key())
                        .header("Content-Type", "text/csv")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(file)));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("/category");
    }

    @Test
    void aPictureOfTheCallGoesFromTraceToAnswer() {
        Http.Answer answer = hanok.calling()
                .with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/api/v1/goods/none");
        assertThat(answer.header("X-Request-Id")).hasValue("0af7651916cd43dd8448eb211c80319c");
        assertThat(answer.json().getAsJsonObject().get("requestId").getAsString())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }
}
