package dev.rialto.node.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What shoppers do at the mall through this server: once each, however often it is sent while no answer comes (A15). */
@ApplicationScoped
class Deeds {
    @Inject
    private Gateway gateway;

    @Inject
    private Attempts attempts;

    /**
     * Sent again after a lost answer it is the same wish; after an answer it is another one.
     *
     * @param what names the wish among the visitor's own
     */
    void once(Visitor visitor, String what, Ask ask) {
        String wish = visitor.token() + ' ' + what;
        Ask keyed = ask.with("Idempotency-Key", attempts.keyOf(wish));
        try {
            gateway.act(keyed);
        } catch (DomainException refused) {
            if (!GatewayProblem.isUnavailability(refused)) {
                attempts.answered(wish);
            }
            throw refused;
        }
        attempts.answered(wish);
    }
}
