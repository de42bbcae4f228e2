package dev.rialto.rest;

import org.jspecify.annotations.Nullable;

/**
 * A token in the form of RFC 6749.
 *
 * @param access_token the token; {@code Authorization} carries that of a program, {@code Rialto-Member} that of a member
 * @param token_type Bearer for a program, Member for a member
 * @param expires_in seconds that it is good for
 * @param scope what a program may do with it
 * @param refresh_token a member's session, good for further tokens
 * @param cart_token the member's cart
 * @param name what the member is called
 */
public record TokenAnswer(
        String access_token,
        String token_type,
        long expires_in,
        @Nullable String scope,
        @Nullable String refresh_token,
        @Nullable String cart_token,
        @Nullable String name) {
    @Override
    public String toString() {
        return "TokenAnswer";
    }
}
