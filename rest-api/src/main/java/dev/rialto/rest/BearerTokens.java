package dev.rialto.rest;

import dev.rialto.credential.CredentialError;
import dev.rialto.credential.GatewayClient;
import dev.rialto.kernel.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Asks for a good token with the right scope before every operation that names one, and counts calls. The authentication
 * mechanism has verified the token already.
 */
@Provider
@ApplicationScoped
public class BearerTokens implements DynamicFeature {
    static final String CLIENT = GatewayClient.class.getName();

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest call;

    @Override
    public void configure(ResourceInfo operation, FeatureContext features) {
        Scope scope = operation.getResourceMethod().getAnnotation(Scope.class);
        features.register(new Asked(call, operation.getResourceMethod()));
        if (scope != null) {
            features.register(new Check(call, scope.value()));
        }
    }

    /** No record: Jersey keeps filters in a set, and the call has no hash code outside a request. */
    private static final class Check implements ContainerRequestFilter {
        private final HttpServletRequest call;
        private final String scope;

        Check(HttpServletRequest call, String scope) {
            this.call = call;
            this.scope = scope;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            if (!(call.getAttribute(CLIENT) instanceof GatewayClient client)) {
                throw call.getAttribute(DomainException.class.getName()) instanceof DomainException refusal
                        ? refusal
                        : CredentialError.INVALID_TOKEN.now();
            }
            Allowances.take(call, client.credential());
            if (!client.scopes().contains(scope)) {
                throw CredentialError.INSUFFICIENT_SCOPE.now();
            }
        }
    }
}
