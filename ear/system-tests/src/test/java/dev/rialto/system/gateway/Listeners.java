package dev.rialto.system.gateway;

import dev.rialto.system.Mall;
import java.math.BigInteger;
import java.util.Map;
import java.util.UUID;

/** An endpoint of a seller with something sent to it, written down as if it had been: it is paused, nothing leaves. */
final class Listeners {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private Listeners() {}

    /** Their ids outside, by the names that the contract has for them. */
    static Map<String, String> of(String seller) throws Exception {
        UUID endpoint = UUID.randomUUID();
        UUID dispatch = UUID.randomUUID();
        try (var database = Mall.running().database();
                var insert = database.prepareStatement("""
                        with made as (
                            insert into webhook_endpoint (id, tenant_id, url, types, state, secret, created_at, updated_at)
                            values (?::uuid, ?::uuid, 'https://shop.example/news', array['order.placed'], 'paused', '\\x00',
                                    now(), now()) returning id, tenant_id),
                        news as (
                            insert into webhook_event (id, tenant_id, type, subject_id, sequence, detail, at)
                            select gen_random_uuid(), tenant_id, 'order.placed', gen_random_uuid(), 1, '{}', now()
                            from made returning id)
                        insert into webhook_dispatch (id, tenant_id, endpoint_id, event_id, state, next_at, created_at,
                                                      tried_since, settled_at)
                        select ?::uuid, made.tenant_id, made.id, news.id, 'done', now(), now(), now(), now() from made, news
                        """)) {
            insert.setString(1, endpoint.toString());
            insert.setString(2, inside(seller).toString());
            insert.setString(3, dispatch.toString());
            insert.executeUpdate();
        }
        return Map.of("webhook", outside("webhook", endpoint), "dispatch", outside("dispatch", dispatch));
    }

    static UUID inside(String id) {
        BigInteger value = BigInteger.ZERO;
        for (char digit : id.substring(id.indexOf('_') + 1).toCharArray()) {
            value = value.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(digit)));
        }
        return new UUID(value.shiftRight(64).longValue(), value.longValue());
    }

    private static String outside(String prefix, UUID id) {
        BigInteger value = new BigInteger(id.toString().replace("-", ""), 16);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 26; i++) {
            text.insert(0, ALPHABET.charAt(value.intValue() & 31));
            value = value.shiftRight(5);
        }
        return prefix + "_" + text;
    }
}
