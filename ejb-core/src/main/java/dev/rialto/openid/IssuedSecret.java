package dev.rialto.openid;

import java.util.UUID;

/**
 * What the other system has to be told, this once.
 *
 * @param party whose it is
 */
public record IssuedSecret(UUID party, String clientId, String secret) {
    @Override
    public String toString() {
        return "IssuedSecret[" + clientId + "]";
    }
}
