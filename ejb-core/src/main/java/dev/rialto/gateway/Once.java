package dev.rialto.gateway;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Idempotency;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets an effect happen once for its key. */
@Stateless
@Boundary
public class Once {
    private Idempotency idempotency;

    @Inject
    public Once(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Once() {}

    /**
     * Acts when the key is new; a refusal leaves the key free.
     *
     * @param caller a worker
     * @param act what is done; its boundaries join this transaction
     * @return the first request's outcome when there was one; empty when this one acted
     * @throws dev.rialto.kernel.DomainException {@code idempotency_key_reused}, {@code still_running}, or the action's
     */
    public Optional<Idempotency.Outcome> act(
            Caller caller, Idempotency.Claim claim, Supplier<Idempotency.Outcome> act) {
        Optional<Idempotency.Outcome> before = idempotency.claim(caller, claim);
        if (before.isEmpty()) {
            idempotency.done(caller, claim, act.get());
        }
        return before;
    }
}
