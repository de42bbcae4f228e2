package dev.rialto.web.shop;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a visitor's cookie.
 *
 * @param token the cookie's value; null without a good one
 * @param accountId outside form of the account signed in
 * @param name how the shop addresses the member
 * @param cartCount units in the cart
 * @param wished goods on the member's wish list here
 * @param traceId id of the request
 */
public record Session(
        @Nullable String token,
        @Nullable String accountId,
        @Nullable String name,
        int cartCount,
        Set<String> wished,
        String traceId) {}
