package dev.rialto.webhook;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was sent to a tenant's endpoints. Each method needs the permission {@code credential.edit}. */
@Stateless
@Boundary
public class DispatchLog {
    private static final int MOST_LISTED = 200;
    private static final int MOST_ATTEMPTS = 100;
    private static final String SELECT = """
            select d.id, d.event_id, e.type, e.sequence, d.state, d.attempts,
                   case d.state when 'waiting' then d.next_at end as next_at, d.created_at, d.last_status, d.last_error
            from webhook_dispatch d join webhook_event e on e.id = d.event_id
            """;

    private Database database;
    private Clock clock;

    @Inject
    public DispatchLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DispatchLog() {}

    /**
     * What was sent to one endpoint, latest first.
     *
     * @param state waiting, done or given_up; empty for all
     * @param cursor of the page before; empty for the first
     * @throws DomainException {@link WebhookError#INVALID_WEBHOOK} when limit or cursor are wrong
     */
    public Page<DispatchView> list(Caller caller, UUID endpoint, String state, String cursor, int limit) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        if (limit < 1 || limit > MOST_LISTED) {
            throw WebhookError.INVALID_WEBHOOK.because("limit", "out_of_range");
        }
        Keyset after = Keyset.read(cursor.isEmpty() ? null : cursor, WebhookError.INVALID_WEBHOOK);
        List<DispatchView> found = database.sql()
                .createQuery(SELECT + """
                        where d.endpoint_id = :endpoint and (:state = '' or d.state = :state)
                          and (:at::timestamptz is null or (d.created_at, d.id) < (:at, :id::uuid))
                        order by d.created_at desc, d.id desc limit :limit
                        """)
                .bind("endpoint", endpoint)
                .bind("state", state)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", limit + 1)
                .mapTo(DispatchView.class)
                .list();
        return Page.of(found, limit, Function.identity(), last -> Keyset.after(last.createdAt(), last.id()));
    }

    /** One dispatch with its tries; {@link WebhookError#DISPATCH_NOT_FOUND} when it went to another endpoint. */
    public SentNews one(Caller caller, UUID endpoint, UUID dispatch) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        DispatchView view = database.sql()
                .createQuery(SELECT + "where d.id = :id and d.endpoint_id = :endpoint")
                .bind("id", dispatch)
                .bind("endpoint", endpoint)
                .mapTo(DispatchView.class)
                .findOne()
                .orElseThrow(WebhookError.DISPATCH_NOT_FOUND::now);
        NewsEvent event = database.sql()
                .createQuery("select id, type, sequence, detail::text as detail, at from webhook_event where id = :id")
                .bind("id", view.eventId())
                .mapTo(NewsEvent.class)
                .one();
        return new SentNews(view, event.body(), attempts(dispatch));
    }

    private List<AttemptView> attempts(UUID dispatch) {
        return database.sql()
                .createQuery("""
                        select id, at, millis, request_headers::text as request_headers, status, error, response_body
                        from webhook_attempt where dispatch_id = :dispatch order by at desc, id desc limit :limit
                        """)
                .bind("dispatch", dispatch)
                .bind("limit", MOST_ATTEMPTS)
                .mapTo(AttemptView.class)
                .list();
    }

    /**
     * Sends one again, under its own id.
     *
     * @throws DomainException {@link WebhookError#DISPATCH_NOT_FOUND}, {@link WebhookError#DISPATCH_WAITING}
     */
    public void replay(Caller caller, UUID endpoint, UUID dispatch) {
        one(caller, endpoint, dispatch);
        if (again(endpoint, dispatch) == 0) {
            throw WebhookError.DISPATCH_WAITING.now();
        }
    }

    /** Sends all again that were given up; returns how many. */
    public int replayGivenUp(Caller caller, UUID endpoint) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        return again(endpoint, null);
    }

    private int again(UUID endpoint, @Nullable UUID one) {
        return database.sql()
                .createUpdate("""
                        update webhook_dispatch set state = 'waiting', attempts = 0, next_at = :now, tried_since = :now,
                            settled_at = null
                        where endpoint_id = :endpoint
                          and case when :one::uuid is null then state = 'given_up' else id = :one and state <> 'waiting' end
                        """)
                .bind("now", clock.instant())
                .bind("endpoint", endpoint)
                .bind("one", one)
                .execute();
    }
}
