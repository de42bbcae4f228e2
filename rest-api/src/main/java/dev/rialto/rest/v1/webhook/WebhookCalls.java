package dev.rialto.rest.v1.webhook;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Outgoing;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.RequestIds;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Wire;
import dev.rialto.seller.Permissions;
import dev.rialto.webhook.WebhookError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What the operations about webhooks have in common. */
@ApplicationScoped
class WebhookCalls {
    @Inject
    Outgoing outgoing;

    /** The credential's own tenant, whatever is asked for (A19). */
    static Caller caller(HttpServletRequest request) {
        return Caller.tenant(
                Factor.client(request).tenant(), null, Set.of(Permissions.CREDENTIAL_EDIT), RequestIds.of(request));
    }

    static UUID id(HttpServletRequest request, String text) {
        Factor.note(request, "webhook", text);
        return Wire.id(Wire.WEBHOOK, text);
    }

    /** Where a name leads to is looked up before the transaction begins. */
    void requireOpen(TypedEndpoint typed) {
        outgoing.flawNow(typed.url().strip()).ifPresent(code -> {
            throw WebhookError.INVALID_WEBHOOK.because("url", code);
        });
    }

    /** A version that was overtaken is the client's stale condition. */
    static <T> T onVersion(Supplier<T> change) {
        try {
            return change.get();
        } catch (DomainException refused) {
            throw refused.code() == WebhookError.WEBHOOK_CHANGED ? GatewayError.PRECONDITION_FAILED.now() : refused;
        }
    }
}
