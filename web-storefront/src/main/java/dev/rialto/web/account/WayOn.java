package dev.rialto.web.account;

import java.util.Map;

/** Where a visitor goes on after signing in; only these names are taken from an address. */
final class WayOn {
    private static final Map<String, String> WAYS =
            Map.of("checkout", "/checkout", "cart", "/cart", "sell", "/sell", "orders", "/orders");

    private WayOn() {}

    static String name(String asked) {
        return WAYS.containsKey(asked) ? asked : "";
    }

    static String path(String asked) {
        return WAYS.getOrDefault(asked, "/account");
    }
}
