package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request with an effect happen once. The record is written first, in the effect's own transaction; a twin waits
 * for it at most two seconds.
 */
@Stateless
@Boundary
public class Idempotency {
    private Database database;
    private Clock clock;

    @Inject
    public Idempotency(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Idempotency() {}

    /**
     * A request that must not act twice.
     *
     * @param scope credential and route
     * @param key what the caller chose, up to 255 characters
     * @param requestHash hash of the body
     * @param keep how long the answer is kept
     */
    public record Claim(String scope, String key, String requestHash, Duration keep) {}

    /** What the first request under the key came to. */
    public record Outcome(int status, @Nullable String ref) {}

    /**
     * Claims the key within the running transaction.
     *
     * @return empty when this is the first: act, then {@link #done}; else the first one's outcome
     * @throws DomainException {@link PlatformError#IDEMPOTENCY_KEY_REUSED} for another body,
     *     {@link PlatformError#STILL_RUNNING} while the first has no outcome
     */
    public Optional<Outcome> claim(Caller caller, Claim claim) {
        database.sql().execute("set local lock_timeout = '2s'");
        int inserted;
        try {
            inserted = insert(claim);
        } catch (org.jdbi.v3.core.JdbiException e) {
            throw lockTimedOut(e) ? PlatformError.STILL_RUNNING.now() : e;
        }
        return inserted == 1 ? Optional.empty() : Optional.of(outcome(claim));
    }

    /** Keeps the outcome for twins to come. */
    public void done(Caller caller, Claim claim, Outcome outcome) {
        database.sql()
                .createUpdate(
                        "update idempotency set state = 'done', status = :status, ref = :ref where scope = :scope and key = :key")
                .bindMethods(claim)
                .bindMethods(outcome)
                .execute();
    }

    private int insert(Claim claim) {
        return database.sql()
                .createUpdate("""
                        insert into idempotency as i (scope, key, request_hash, state, created_at, expires_at)
                        values (:scope, :key, :requestHash, 'started', :now, :expires)
                        on conflict (scope, key) do update set request_hash = excluded.request_hash, state = 'started',
                            status = null, ref = null, reversed_at = null, created_at = excluded.created_at, expires_at = excluded.expires_at
                            where i.expires_at < excluded.created_at
                        """)
                .bindMethods(claim)
                .bind("now", clock.instant())
                .bind("expires", clock.instant().plus(claim.keep()))
                .execute();
    }

    private Outcome outcome(Claim claim) {
        Row row = database.sql()
                .createQuery(
                        "select request_hash, state, status, ref from idempotency where scope = :scope and key = :key")
                .bindMethods(claim)
                .mapTo(Row.class)
                .one();
        if (!row.requestHash().equals(claim.requestHash())) {
            throw PlatformError.IDEMPOTENCY_KEY_REUSED.now();
        }
        if (row.status() == null) {
            throw PlatformError.STILL_RUNNING.now();
        }
        return new Outcome(row.status(), row.ref());
    }

    private static boolean lockTimedOut(Throwable e) {
        return e.getCause() instanceof java.sql.SQLException sql && "55P03".equals(sql.getSQLState());
    }

    record Row(
            String requestHash,
            String state,
            @Nullable Integer status,
            @Nullable String ref) {}
}
