package dev.rialto.credential;

import java.util.List;
import java.util.Set;

/** What a program may be allowed to do. */
public final class Scopes {
    /** Of a storefront: what its shoppers see and do. */
    public static final List<String> OF_STOREFRONT =
            List.of("goods:read", "cart:write", "checkout:write", "orders:read", "orders:write", "members:write");

    /** Of the seller's own programs. */
    public static final List<String> OF_SELLER = List.of(
            "goods:write", "stock:write", "reports:read", "requests:write", "webhooks:write", "credentials:write");

    static final Set<String> ALL = all();

    private Scopes() {}

    private static Set<String> all() {
        Set<String> all = new java.util.HashSet<>(OF_STOREFRONT);
        all.addAll(OF_SELLER);
        return Set.copyOf(all);
    }

    /** Is there such a scope? */
    public static boolean isKnown(String scope) {
        return ALL.contains(scope);
    }
}
