package dev.rialto.rest;

import dev.rialto.credential.CredentialError;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Counts what is tried for tokens. A wrong secret counts for the address it comes from; a right one never does, so that
 * programs behind one address do not lock each other out. Secrets have too many bits to be guessed at that pace.
 */
@ApplicationScoped
class TokenTries {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int FAILURES = 60;
    private static final int PROGRAM_TOKENS = 600;
    private static final int MEMBER_TOKENS = 6000;

    @Inject
    Throttle throttle;

    /**
     * What a secret opens; one that opens nothing is counted.
     *
     * @throws DomainException {@link TokenError#TOO_MANY_TRIES} in the place of the refusal, when there were too many
     */
    <T> T counted(Caller worker, String address, Supplier<T> opened) {
        try {
            return opened.get();
        } catch (DomainException refused) {
            if (refused.code() == CredentialError.INVALID_CLIENT) {
                wrong(worker, address);
            }
            throw refused;
        }
    }

    /** Counts a wrong secret. */
    void wrong(Caller worker, String address) {
        count(worker, "token-failure:" + address, FAILURES);
    }

    /** Counts a token for a credential whose secret was right. */
    void proven(Caller worker, String credential, boolean isForProgram) {
        count(
                worker,
                (isForProgram ? "token:" : "member-token:") + credential,
                isForProgram ? PROGRAM_TOKENS : MEMBER_TOKENS);
    }

    private void count(Caller worker, String what, int most) {
        if (throttle.count(worker, what, WINDOW) > most) {
            throw TokenError.TOO_MANY_TRIES.now();
        }
    }
}
