package dev.rialto.credential;

import java.time.Duration;
import java.util.Set;

/**
 * A bearer token (RFC 9068 form).
 *
 * @param value the signed token
 * @param lifetime how long it is good
 * @param scopes what it may do
 */
public record AccessToken(String value, Duration lifetime, Set<String> scopes) {
    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "AccessToken" + scopes;
    }
}
