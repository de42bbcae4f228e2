package dev.rialto.openid;

/** What a relying party shows for a code (RFC 6749 section 4.1.3, RFC 7636); parts that were left out are empty. */
public record TokenWish(String clientId, String secret, String code, String redirectUri, String verifier) {
    @Override
    public String toString() {
        return "TokenWish[" + clientId + "]";
    }
}
