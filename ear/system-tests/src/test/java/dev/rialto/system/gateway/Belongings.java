package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.trust.Somebody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A member of a storefront with an order, a cart and an address, and the seller's side of it: things to be kept from others. */
record Belongings(Node node, Map<String, String> ids) {
    private static final String ADDRESS = """
            {"name":"Kim Own","phone":"010-1","country":"KR","postcode":"04524","region":"Seoul","city":"Seoul",
             "street":"Sejong-daero 110","extra":"","preferred":true}""";

    static Belongings of(Node node) throws Exception {
        Map<String, String> ids = new HashMap<>();
        Purchase.Bought bought = Purchase.by(node);
        ids.put("number", bought.number());
        ids.put("variant", bought.variant());
        ids.put("slug", bought.slug());
        ids.put("seller", bought.seller());
        JsonObject member = object(node, "POST", "/api/v1/member/addresses", ADDRESS);
        ids.put("address", text(member.getAsJsonArray("addresses").get(0), "id"));
        ids.put("session", text(member.getAsJsonArray("sessions").get(0), "id"));
        String line = "{\"variantId\":\"" + bought.variant() + "\",\"quantity\":1}";
        JsonObject cart = object(node, "POST", "/api/v1/cart/lines", line);
        ids.put(
                "line",
                text(
                        cart.getAsJsonArray("groups")
                                .get(0)
                                .getAsJsonObject()
                                .getAsJsonArray("lines")
                                .get(0),
                        "id"));
        ids.put("part", found(node, "/api/v1/seller/orders", "number", bought.number() + "-1", "id"));
        ids.put("payment", found(node, "/api/v1/reports/payments/list", "orderNumber", bought.number(), "id"));
        ids.put("origin", found(node, "/api/v1/reports/payments/list", "orderNumber", bought.number(), "origin"));
        ids.put("mark", text(items(node, "/api/v1/reports/members/list").get(0), "joinMark"));
        ids.put("account", text(items(node, "/api/v1/reports/members/list").get(0), "id"));
        ids.put(
                "goods",
                text(node.calling().get("/api/v1/goods/" + bought.slug()).json(), "id"));
        String question = "{\"question\":\"Is it oiled?\"}";
        String questions = "/api/v1/goods/" + bought.slug() + "/questions";
        ids.put("remark", text(object(node, "POST", questions, question), "id"));
        waits(bought.number());
        ids.put("notice", text(items(node, "/api/v1/stock-notices").get(0), "id"));
        ids.put("key", "k");
        ids.put("return", "R-000001");
        ids.put("card", "card_01h455vb4pex5vsknk084sn02q");
        ids.put("invoice", bought.number() + "-1");
        ids.put("request", "theirs-" + UUID.randomUUID());
        String received =
                "{\"changes\":[{\"variantId\":\"" + bought.variant() + "\",\"kind\":\"receipt\",\"quantity\":3}]}";
        Http.Answer changed = node.sendOnce("POST", "/api/v1/seller/stock/changes", received, ids.get("request"));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        ids.put(
                "job",
                text(object(node, "POST", "/api/v1/seller/goods/jobs", Wares.job(node, "dry_run", "theirs")), "id"));
        ids.putAll(Listeners.of(ids.get("seller")));
        ids.put("kind", "mail");
        return new Belongings(node, Map.copyOf(ids));
    }

    /** The member waits for what was bought to be had again. */
    private static void waits(String number) throws Exception {
        Somebody.update("""
                insert into stock_notice (id, variant_id, site_id, account_id, language, currency, state, asked_at)
                select gen_random_uuid(), l.variant_id, p.site_id, p.account_id, 'en', 'KRW', 'waiting', now()
                from purchase p join sub_order s on s.order_id = p.id join order_line l on l.sub_order_id = s.id
                where p.number = ? limit 1
                """, number);
    }

    private static JsonObject object(Node node, String method, String path, String json) {
        return node.send(method, path, json).json().getAsJsonObject();
    }

    private static List<JsonElement> items(Node node, String path) {
        return node.calling()
                .get(path)
                .json()
                .getAsJsonObject()
                .getAsJsonArray("items")
                .asList();
    }

    private static String text(JsonElement object, String field) {
        return object.getAsJsonObject().get(field).getAsString();
    }

    private static String found(Node node, String path, String field, String value, String wanted) {
        return items(node, path).stream()
                .filter(item ->
                        item.getAsJsonObject().has(field) && text(item, field).equals(value))
                .findFirst()
                .map(item -> text(item, wanted))
                .orElseThrow(() -> new AssertionError(path + " has no " + field + " " + value));
    }

    /** Texts that no answer to another seller has. */
    List<String> marks() {
        List<String> marks = new ArrayList<>();
        for (String name : List.of(
                "number", "variant", "goods", "slug", "seller", "address", "line", "part", "payment", "origin", "mark",
                "account", "remark", "notice")) {
            marks.add(ids.get(name));
        }
        return marks;
    }

    /** All of it as its owners see it, without what changes by looking. */
    String seen() {
        StringBuilder seen = new StringBuilder();
        for (String path : List.of(
                "/cart",
                "/orders",
                "/orders/" + ids.get("number"),
                "/orders/" + ids.get("number") + "/returns",
                "/orders/" + ids.get("number") + "/conversations",
                "/seller/orders/" + ids.get("part"),
                "/goods/" + ids.get("slug") + "/stock")) {
            seen.append(node.calling().get("/api/v1" + path).text()).append('\n');
        }
        JsonObject member = node.calling().get("/api/v1/member").json().getAsJsonObject();
        seen.append(member.getAsJsonArray("sessions").size());
        member.remove("sessions");
        return seen.append(member).toString();
    }
}
