package dev.rialto.credential;

import dev.rialto.kernel.Caller;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The program behind a call of the gateway, as its credential says.
 *
 * @param credential public name of the credential
 * @param tenant whose rows it may see
 * @param site its storefront, if it stands for one
 * @param scopes what it may do
 */
public record GatewayClient(
        String credential,
        CredentialKind kind,
        UUID tenant,
        @Nullable UUID site,
        Set<String> scopes) {
    public GatewayClient {
        scopes = Set.copyOf(scopes);
    }

    /** The caller that its requests act as. */
    public Caller caller(String traceId) {
        return Caller.tenant(tenant, null, scopes, traceId);
    }
}
