package dev.rialto.webhook;

import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Endpoints as rows, of the tenant of the transaction. */
@ApplicationScoped
class EndpointRows {
    /** How long a replaced secret still signs. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private static final String SELECT = """
            select e.id, e.url, e.description, e.types, e.state, e.paused_because,
                   case when e.previous_until > :now then e.previous_until end as previous_until,
                   e.failures, e.failing_since, case when e.resting_until > :now then e.resting_until end as resting_until,
                   (select count(*) from webhook_dispatch d where d.endpoint_id = e.id and d.state = 'waiting') as waiting,
                   e.created_at, e.version
            from webhook_endpoint e
            """;

    private final Database database;
    private final Clock clock;

    @Inject
    EndpointRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected EndpointRows() {
        this(null, null);
    }

    int count() {
        return database.sql()
                .createQuery("select count(*) from webhook_endpoint")
                .mapTo(int.class)
                .one();
    }

    void insert(UUID tenant, UUID id, EditEndpoint wanted, byte[] secret) {
        database.sql()
                .createUpdate("""
                        insert into webhook_endpoint (id, tenant_id, url, description, types, state, secret, created_at,
                                                      updated_at)
                        values (:id, :tenant, :url, :description, :types, 'active', :secret, :now, :now)
                        """)
                .bind("id", id)
                .bind("tenant", tenant)
                .bind("url", wanted.url())
                .bind("description", wanted.description())
                .bind("types", wanted.types().toArray(String[]::new))
                .bind("secret", secret)
                .bind("now", clock.instant())
                .execute();
    }

    List<EndpointView> all() {
        return database.sql()
                .createQuery(SELECT + "order by e.created_at desc, e.id desc")
                .bind("now", clock.instant())
                .mapTo(EndpointView.class)
                .list();
    }

    Optional<EndpointView> one(UUID id) {
        return database.sql()
                .createQuery(SELECT + "where e.id = :id")
                .bind("now", clock.instant())
                .bind("id", id)
                .mapTo(EndpointView.class)
                .findOne();
    }

    boolean edit(UUID id, EditEndpoint wanted, long version) {
        return database.sql()
                        .createUpdate("""
                                update webhook_endpoint set url = :url, description = :description, types = :types,
                                    failures = 0, failing_since = null, resting_until = null, updated_at = :now,
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                        .bind("url", wanted.url())
                        .bind("description", wanted.description())
                        .bind("types", wanted.types().toArray(String[]::new))
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1;
    }

    boolean pause(UUID id, long version) {
        return change(id, version, "state = 'paused', paused_because = 'by_hand'");
    }

    boolean resume(UUID id, long version) {
        return change(
                id,
                version,
                "state = 'active', paused_because = null, failures = 0, failing_since = null, resting_until = null");
    }

    private boolean change(UUID id, long version, String what) {
        return database.sql()
                        .execute(
                                "update webhook_endpoint set " + what
                                        + ", updated_at = ?, version = version + 1 where id = ? and version = ?",
                                clock.instant(),
                                id,
                                version)
                == 1;
    }

    boolean rotate(UUID id, byte[] secret, long version) {
        return database.sql()
                        .createUpdate("""
                                update webhook_endpoint set previous_secret = secret, previous_until = :until,
                                    secret = :secret, updated_at = :now, version = version + 1
                                where id = :id and version = :version
                                """)
                        .bind("secret", secret)
                        .bind("until", clock.instant().plus(OVERLAP))
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1;
    }

    boolean remove(UUID id, long version) {
        return database.sql().execute("delete from webhook_endpoint where id = ? and version = ?", id, version) == 1;
    }

    UUID test(UUID id) {
        return database.sql()
                .createQuery("select webhook_test(:id)")
                .bind("id", id)
                .mapTo(UUID.class)
                .one();
    }
}
