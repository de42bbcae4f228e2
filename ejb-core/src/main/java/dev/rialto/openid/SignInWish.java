package dev.rialto.openid;

import java.util.List;

/**
 * What a relying party asks of a browser (OpenID Connect Core 3.1.2.1); parts that were left out are empty.
 *
 * @param prompt {@code none}, {@code login}, both or neither
 * @param maxAge in seconds, how old a sign-in may be
 */
public record SignInWish(
        String clientId,
        String redirectUri,
        String responseType,
        String scope,
        String state,
        String nonce,
        String challenge,
        String challengeMethod,
        String prompt,
        String maxAge) {
    private static final int LONGEST = 500;

    boolean mentions(String word) {
        return List.of(prompt.split(" ")).contains(word);
    }

    /** The error that the party hears; empty when all is well. */
    String error() {
        if (!responseType.equals("code")) {
            return "unsupported_response_type";
        }
        if (!List.of(scope.split(" ")).contains("openid")) {
            return "invalid_scope";
        }
        boolean fits = challengeMethod.equals("S256")
                && challenge.matches("[A-Za-z0-9_-]{43}")
                && state.length() <= LONGEST
                && nonce.length() <= LONGEST
                && maxAge.matches("[0-9]{0,9}")
                && !(mentions("none") && mentions("login"));
        return fits ? "" : "invalid_request";
    }
}
