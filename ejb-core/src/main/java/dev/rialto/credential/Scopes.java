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

    /** Of a channel's programs. */
    public static final List<String> OF_CHANNEL =
            List.of("cards:read", "codes:read", "codes:write", "recharges:read", "statements:read");

    /** Of sellers' programs, what a channel's may do as well. */
    private static final Set<String> SHARED = Set.of("requests:write", "webhooks:write", "credentials:write");

    static final Set<String> ALL = all();

    private Scopes() {}

    private static Set<String> all() {
        Set<String> all = new java.util.HashSet<>(OF_STOREFRONT);
        all.addAll(OF_SELLER);
        all.addAll(OF_CHANNEL);
        return Set.copyOf(all);
    }

    /** May programs of this kind have all of them? */
    static boolean areFor(CredentialKind kind, Set<String> scopes) {
        return kind == CredentialKind.CHANNEL
                ? scopes.stream().allMatch(scope -> OF_CHANNEL.contains(scope) || SHARED.contains(scope))
                : scopes.stream().noneMatch(OF_CHANNEL::contains);
    }

    /** Is there such a scope? */
    public static boolean isKnown(String scope) {
        return ALL.contains(scope);
    }
}
