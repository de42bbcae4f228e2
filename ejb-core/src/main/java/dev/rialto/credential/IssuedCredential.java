package dev.rialto.credential;

/**
 * A fresh credential. The secret is shown this once and cannot be read again.
 *
 * @param clientId public name, prefixed with its kind
 * @param secret what proves it
 */
public record IssuedCredential(String clientId, String secret) {
    @Override
    public String toString() {
        return "IssuedCredential[" + clientId + "]";
    }
}
