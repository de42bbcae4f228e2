package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the mall would keep of a sale, asked for without selling anything. */
class FeesST {
    private static final long PRICE = 33_333;
    private final Mall mall = Mall.running();

    private static String asked(String goods, long price, String more) {
        return "{\"goodsId\":\"" + goods + "\",\"price\":{\"minor\":" + price + ",\"currency\":\"KRW\"}" + more + "}";
    }

    private static long minor(JsonObject fee, String part) {
        return fee.getAsJsonObject(part).get("minor").getAsLong();
    }

    private long number(String sql) throws Exception {
        try (var database = mall.database();
                var row = database.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @Tag("A31")
    void theDryRunOfAFeeIsByTheRulesOfTheDayAndLeavesNothing() throws Exception {
        Node hanok = Node.of(mall, "hanok.localhost");
        String goods = hanok.calling()
                .get("/api/v1/goods?limit=1&sort=newest")
                .json()
                .getAsJsonObject()
                .getAsJsonArray("items")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        long before = number("select (select count(*) from sale_fee) + (select count(*) from ledger_transfer)");
        JsonObject fee = Purchase.object(hanok.send("POST", "/api/v1/seller/fees", asked(goods, PRICE, "")));
        long kept = number("""
                select round(%d * (commission_terms(s.tenant_id, g.category_id, s.id, 'KRW', current_date)
                                   ->> 'rateBp')::numeric / 10000)
                from site s join site_host h on h.site_id = s.id and h.host = 'hanok.localhost'
                join goods g on g.id = '%s'
                """.formatted(PRICE, Listeners.inside(goods)));
        assertThat(minor(fee, "fee")).isEqualTo(kept);
        assertThat(minor(fee, "fee") + minor(fee, "feeTax") + minor(fee, "handling") + minor(fee, "seller"))
                .isEqualTo(PRICE);
        assertThat(number("select (select count(*) from sale_fee) + (select count(*) from ledger_transfer)"))
                .isEqualTo(before);
        for (List<String> wrong : List.of(
                List.of(asked(goods, 0, ""), "/price"),
                List.of(asked(goods, -5, ""), "/price"),
                List.of(asked(goods, PRICE, ",\"on\":\"2026-02-30\""), "/on"),
                List.of(asked(goods, PRICE, ",\"rate\":1"), "/rate"))) {
            Http.Answer refused = hanok.send("POST", "/api/v1/seller/fees", wrong.get(0));
            assertThat(refused.status()).as(wrong.get(0)).isEqualTo(422);
            assertThat(refused.text()).contains("\"pointer\":\"" + wrong.get(1));
        }
    }
}
