package dev.rialto.rest;

import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint is asked with; client id and secret may come as HTTP Basic instead.
 *
 * @param grant_type client_credentials, authorization_code or refresh_token
 * @param client_id public name of the credential
 * @param client_secret what proves it
 * @param code of the mall's sign-in page, good once and for a minute
 * @param redirect_uri where the code was sent to
 * @param code_verifier of the S256 challenge (RFC 7636)
 * @param refresh_token of the answer before
 * @param cart_token a guest's cart that the member takes along
 */
public record TokenForm(
        String grant_type,
        @Nullable String client_id,
        @Nullable String client_secret,
        @Nullable String code,
        @Nullable String redirect_uri,
        @Nullable String code_verifier,
        @Nullable String refresh_token,
        @Nullable String cart_token) {
    @Override
    public String toString() {
        return "TokenForm";
    }
}
