package dev.rialto.webhook;

import dev.rialto.kernel.Ids;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What became of a try, in the rows of dispatch and endpoint. */
@ApplicationScoped
class TryRows {
    private static final int LONGEST_BODY = 4000;

    private final Database database;
    private final Clock clock;

    @Inject
    TryRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected TryRows() {
        this(null, null);
    }

    /** Nothing is logged for an endpoint that was removed meanwhile. */
    void log(Addressee to, Try went) {
        database.sql()
                .createUpdate("""
                        insert into webhook_attempt (id, tenant_id, dispatch_id, at, millis, request_headers, status, error,
                                                     response_body)
                        select :id, :tenant, d.id, :at, :millis, :headers::jsonb, :status, :error, :body
                        from webhook_dispatch d where d.id = :dispatch
                        """)
                .bind("id", Ids.next())
                .bind("tenant", to.tenantId())
                .bind("dispatch", went.dispatchId())
                .bind("at", went.at())
                .bind("millis", went.millis())
                .bind("headers", Json.write(went.headers()))
                .bind("status", went.status())
                .bind("error", went.error())
                .bind("body", storable(went.responseBody()))
                .execute();
    }

    /** PostgreSQL keeps no zero characters. */
    private static String storable(String body) {
        String clean = body.replace("\0", "\uFFFD");
        return clean.substring(0, Math.min(clean.length(), LONGEST_BODY));
    }

    void done(Addressee to, Try went) {
        settle(went, "done", clock.instant());
        database.sql()
                .execute(
                        "update webhook_endpoint set failures = 0, failing_since = null, resting_until = null "
                                + "where id = ? and failures > 0",
                        to.id());
    }

    void failed(Try went) {
        Instant now = clock.instant();
        Optional<Instant> next = Pauses.nextTry(went, now);
        settle(went, next.isPresent() ? "waiting" : "given_up", next.orElse(now));
    }

    private void settle(Try went, String state, Instant nextAt) {
        database.sql()
                .createUpdate("""
                        update webhook_dispatch set state = :state, next_at = :nextAt, last_status = :status,
                            last_error = :error, settled_at = :settledAt
                        where id = :id and state = 'waiting'
                        """)
                .bind("state", state)
                .bind("nextAt", nextAt)
                .bind("status", went.status())
                .bind("error", went.error())
                .bind("settledAt", state.equals("waiting") ? null : clock.instant())
                .bind("id", went.dispatchId())
                .execute();
    }

    /** Counts a failure; the endpoint rests when there are too many, and is paused when the receiver is gone. */
    int countFailure(Addressee to, Try went) {
        Instant now = clock.instant();
        int failures = database.sql()
                .createQuery("""
                        update webhook_endpoint set failures = failures + 1,
                            failing_since = coalesce(failing_since, :now),
                            state = case when :gone then 'paused' else state end,
                            paused_because = case when :gone then 'gone' else paused_because end
                        where id = :id returning failures
                        """)
                .bind("now", now)
                .bind("gone", went.isGone())
                .bind("id", to.id())
                .mapTo(int.class)
                .findOne()
                .orElse(Integer.MAX_VALUE);
        database.sql()
                .createUpdate("update webhook_endpoint set resting_until = :until where id = :id")
                .bind("until", Pauses.restAfter(failures, now))
                .bind("id", to.id())
                .execute();
        return failures;
    }
}
