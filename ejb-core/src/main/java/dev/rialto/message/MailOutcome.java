package dev.rialto.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one try to send.
 *
 * @param state waiting, done or given_up
 * @param nextAt when to try again, for waiting
 * @param error what the server said, without addresses
 */
public record MailOutcome(
        UUID id, String state, Instant nextAt, @Nullable String error) {
    /** Will there be no further try? */
    public boolean isFinal() {
        return !state.equals("waiting");
    }

    static MailOutcome sent(UUID id, Instant now) {
        return new MailOutcome(id, "done", now, null);
    }

    static MailOutcome refused(UUID id, Instant now, String error) {
        return new MailOutcome(id, "given_up", now, error);
    }

    static MailOutcome later(UUID id, Instant at, String error) {
        return new MailOutcome(id, "waiting", at, error);
    }
}
