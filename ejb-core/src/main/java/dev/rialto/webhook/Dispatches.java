package dev.rialto.webhook;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Claims what is to be sent and records what became of it, for a worker. Each method is one short transaction. */
@Stateless
@Boundary
public class Dispatches {
    /** Longer than a worker's turn with one endpoint, so that no other takes it meanwhile. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration KEPT = Duration.ofDays(30);

    private Database database;
    private TryRows tries;
    private Clock clock;

    @Inject
    public Dispatches(Database database, TryRows tries, Clock clock) {
        this.database = database;
        this.tries = tries;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Dispatches() {}

    /** Takes endpoints for which something is due; the one that waited longest first. */
    public List<Addressee> takeEndpoints(Caller caller, int limit) {
        return database.sql()
                .createQuery("""
                        with due as (
                            select e.id from webhook_endpoint e
                            where e.state = 'active' and (e.resting_until is null or e.resting_until <= :now)
                              and (e.busy_until is null or e.busy_until <= :now)
                              and exists (select from webhook_dispatch d where d.endpoint_id = e.id
                                            and d.state = 'waiting' and d.next_at <= :now)
                            order by e.busy_until nulls first limit :limit for update of e skip locked)
                        update webhook_endpoint e set busy_until = :until from due where e.id = due.id
                        returning e.id, e.tenant_id, e.url, e.secret, e.previous_secret, e.previous_until, e.failures
                        """)
                .bind("now", clock.instant())
                .bind("until", clock.instant().plus(LEASE))
                .bind("limit", limit)
                .mapTo(Addressee.class)
                .list();
    }

    /** Lets an endpoint go, for the next turn. */
    public void release(Caller caller, UUID endpoint) {
        database.sql().execute("update webhook_endpoint set busy_until = ? where id = ?", clock.instant(), endpoint);
    }

    /** The next news for an endpoint that was taken; what waited too long is given up first. */
    public List<NewsInHand> claim(Caller caller, UUID endpoint, int limit) {
        giveUpOld(endpoint);
        return database.sql()
                .createQuery("""
                        with due as (
                            select d.id from webhook_dispatch d join webhook_endpoint e on e.id = d.endpoint_id
                            where d.endpoint_id = :endpoint and d.state = 'waiting' and d.next_at <= :now
                              and e.state = 'active'
                            order by d.next_at, d.event_id limit :limit for update of d skip locked),
                        claimed as (
                            update webhook_dispatch d set attempts = d.attempts + 1, next_at = :until
                            from due where d.id = due.id returning d.id, d.attempts, d.event_id)
                        select c.id as dispatch_id, c.attempts, e.id, e.type, e.sequence, e.detail::text as detail, e.at
                        from claimed c join webhook_event e on e.id = c.event_id order by e.at, e.sequence, e.id
                        """)
                .bind("endpoint", endpoint)
                .bind("now", clock.instant())
                .bind("until", clock.instant().plus(LEASE))
                .bind("limit", limit)
                .mapTo(NewsInHand.class)
                .list();
    }

    private void giveUpOld(UUID endpoint) {
        database.sql()
                .createUpdate("""
                        update webhook_dispatch set state = 'given_up', settled_at = :now,
                            last_error = coalesce(last_error, 'waited_too_long')
                        where endpoint_id = :endpoint and state = 'waiting' and tried_since < :before and next_at <= :now
                        """)
                .bind("now", clock.instant())
                .bind("endpoint", endpoint)
                .bind("before", clock.instant().minus(Pauses.LONGEST_WAIT))
                .execute();
    }

    /** Puts news back that was claimed and not tried. */
    public void putBack(Caller caller, List<NewsInHand> untried) {
        database.sql()
                .createUpdate("""
                        update webhook_dispatch set attempts = attempts - 1, next_at = :now
                        where id = any(:ids) and state = 'waiting'
                        """)
                .bind("now", clock.instant())
                .bind("ids", untried.stream().map(NewsInHand::dispatchId).toArray(UUID[]::new))
                .execute();
    }

    /**
     * Records a try.
     *
     * @return failures of the endpoint in a row; 0 after a success
     */
    public int settle(Caller caller, Addressee to, Try went) {
        tries.log(to, went);
        if (went.wentWell()) {
            tries.done(to, went);
            return 0;
        }
        tries.failed(went);
        return tries.countFailure(to, went);
    }

    /**
     * Removes what was settled long ago; recurring work.
     *
     * @return how many went
     */
    public int sweep(Caller caller, int limit) {
        int gone = database.sql()
                .createUpdate("""
                        delete from webhook_dispatch where id in (
                            select id from webhook_dispatch where state <> 'waiting' and settled_at < :before limit :limit)
                        """)
                .bind("before", clock.instant().minus(KEPT))
                .bind("limit", limit)
                .execute();
        database.sql()
                .createUpdate("""
                        delete from webhook_event where id in (
                            select e.id from webhook_event e where e.at < :before
                              and not exists (select from webhook_dispatch d where d.event_id = e.id) limit :limit)
                        """)
                .bind("before", clock.instant().minus(KEPT))
                .bind("limit", limit)
                .execute();
        return gone;
    }
}
