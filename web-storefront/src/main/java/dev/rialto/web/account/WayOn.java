package dev.rialto.web.account;

import java.util.Map;
import java.util.regex.Pattern;

/** Where a visitor goes on after signing in; only these names are taken from an address. */
final class WayOn {
    private static final Map<String, String> WAYS = Map.of(
            "checkout",
            "/checkout",
            "cart",
            "/cart",
            "sell",
            "/sell",
            "orders",
            "/orders",
            "wishes",
            "/wishes",
            "stock-notices",
            "/account/stock-notices",
            "saved-cards",
            "/account/cards");

    /** Back to goods that were looked at. */
    private static final Pattern GOODS = Pattern.compile("goods\\.[a-z0-9][a-z0-9-]{0,119}");

    /** Back to the sign-in for a storefront elsewhere, with what that asked for. */
    private static final Pattern CONNECT = Pattern.compile("connect\\.[A-Za-z0-9_-]{1,3000}");

    private WayOn() {}

    static String name(String asked) {
        return WAYS.containsKey(asked)
                        || GOODS.matcher(asked).matches()
                        || CONNECT.matcher(asked).matches()
                ? asked
                : "";
    }

    static String path(String asked) {
        if (GOODS.matcher(asked).matches()) {
            return "/goods/" + asked.substring("goods.".length());
        }
        return CONNECT.matcher(asked).matches()
                ? "/connect/" + asked.substring("connect.".length())
                : WAYS.getOrDefault(asked, "/account");
    }
}
