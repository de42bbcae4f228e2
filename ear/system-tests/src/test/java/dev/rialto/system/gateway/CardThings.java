package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.recharge.Channel;
import dev.rialto.system.sales.Settled;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A channel of the demo with a recharged code and a statement: its program, and the ids of what it has. */
record CardThings(Http program, Map<String, String> ids) {
    static final String[] SCOPES = {"cards:read", "codes:read", "codes:write", "recharges:read", "statements:read"};

    private static final List<String> SEEN =
            List.of("/channels", "/stock", "/batches", "/codes", "/sales", "/recharges", "/statements");

    static CardThings ofCardpoint() throws Exception {
        Mall mall = Mall.running();
        Channel cardpoint = Channel.cardpoint();
        String code = cardpoint.codes(1).get(0).replace("-", "");
        String account = "viewer." + UUID.randomUUID().toString().substring(0, 8);
        assertThat(cardpoint.redeem(code, account).status()).isEqualTo(303);
        settle(mall);
        Http program = Partner.ofChannel(mall, "cards.localhost", SCOPES).calling();
        JsonObject recharged = first(program, "/recharges?find=" + account);
        JsonObject known = first(program, "/codes?state=used&four=" + code.substring(code.length() - 4));
        return new CardThings(
                program,
                Map.of(
                        "channel", text(first(program, "/channels"), "id"),
                        "batch", text(known, "batchId"),
                        "code", text(known, "id"),
                        "recharge", text(recharged, "id"),
                        "statement", text(first(program, "/statements"), "id")));
    }

    /** A statement of the channel with two lines that cancel each other out. */
    private static void settle(Mall mall) throws Exception {
        Settled.once();
        try (var database = mall.database();
                var insert = database.prepareStatement("""
                        with s as (
                            insert into settlement_statement (id, number, period_id, tenant_id, site_id, currency, opening,
                                                              total, closing, reserve, release_on, lines, closed_at)
                            select gen_random_uuid(), 'S-CARDS-1', p.id, h.tenant_id, h.site_id, 'KRW', 0, 0, 0, 0,
                                   p.until_on, 2, now()
                            from site_host h, (select * from settlement_period where closed_at is not null
                                               order by from_on limit 1) p
                            where h.host = 'cards.localhost' and not exists (
                                select from settlement_statement k where k.tenant_id = h.tenant_id)
                            returning id, tenant_id, site_id)
                        insert into settlement_line (statement_id, number, tenant_id, site_id, kind, at, amount)
                        select id, n, tenant_id, site_id, 'correction', now(), a from s, (values (1, 700), (2, -700)) l (n, a)
                        """)) {
            insert.executeUpdate();
        }
    }

    static JsonObject first(Http program, String path) {
        return items(program, path).get(0);
    }

    static List<JsonObject> items(Http program, String path) {
        Http.Answer answer = program.get("/api/v1/channel" + path);
        assertThat(answer.status()).as(path + answer).isEqualTo(200);
        return answer.json().getAsJsonObject().getAsJsonArray("items").asList().stream()
                .map(each -> each.getAsJsonObject())
                .toList();
    }

    static String text(JsonObject object, String field) {
        return object.get(field).getAsString();
    }

    /** All of it as its owner sees it. */
    String seen() {
        StringBuilder seen = new StringBuilder();
        SEEN.forEach(path -> seen.append(program.get("/api/v1/channel" + path).text()));
        return seen.toString();
    }
}
