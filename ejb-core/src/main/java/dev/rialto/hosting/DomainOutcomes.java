package dev.rialto.hosting;

import dev.rialto.kernel.Caller;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What follows from a look: the domain answers, is in doubt, stops or lapses, and its seller is told. */
@Stateless
@Boundary
public class DomainOutcomes {
    /** How long a wish waits for its proof. */
    static final Duration WISH = Duration.ofDays(7);
    /** How long a proof may be missing before the domain stops. */
    static final Duration GRACE = Duration.ofDays(7);

    private static final int FEWEST_FAILURES = 3;
    private static final Duration WHILE_PENDING = Duration.ofMinutes(10);
    private static final Duration WHILE_ACTIVE = Duration.ofDays(1);
    private static final Duration WHILE_FAILING = Duration.ofHours(1);
    private static final int MOST_NAMES = 100;

    private Database database;
    private Settings settings;
    private Outbox outbox;
    private Audit audit;
    private Clock clock;

    // hidden, so that it cannot stand in the constructor that the container calls
    @Inject
    DomainLetters letters;

    @Inject
    public DomainOutcomes(Database database, Settings settings, Outbox outbox, Audit audit, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DomainOutcomes() {}

    /** A domain as it is when the look is over. */
    record Held(
            UUID id,
            UUID tenantId,
            UUID siteId,
            String host,
            DomainState state,
            Instant addedAt,
            @Nullable Instant failingSince,
            int failures) {}

    /**
     * Writes down what a look saw; a domain that ended meanwhile stays ended.
     *
     * @param worker a worker
     * @param reason what is wrong; null when the proof is there
     * @param pointsHere does the name lead to the mall? null when nobody could tell
     */
    public void record(Caller worker, UUID domain, @Nullable String reason, @Nullable Boolean pointsHere) {
        Held held = database.sql()
                .createQuery("""
                        select id, tenant_id, site_id, host, upper(state) as state, added_at, failing_since, failures
                        from site_domain where id = :id for update
                        """)
                .bind("id", domain)
                .mapTo(Held.class)
                .one();
        if (!held.state().isAlive()) {
            return;
        }
        if (reason == null) {
            proved(worker, held, pointsHere);
        } else if (held.state() == DomainState.PENDING) {
            waiting(worker, held, reason, pointsHere);
        } else {
            missed(worker, held, reason, pointsHere);
        }
    }

    private void proved(Caller worker, Held held, @Nullable Boolean pointsHere) {
        database.sql()
                .createUpdate("""
                        update site_domain set state = 'active', reason = null, points_here = :points, checked_at = :now,
                            next_check_at = :next, proved_at = coalesce(proved_at, :now), failing_since = null, failures = 0
                        where id = :id
                        """)
                .bind("points", pointsHere)
                .bind("now", clock.instant())
                .bind("next", clock.instant().plus(WHILE_ACTIVE))
                .bind("id", held.id())
                .execute();
        if (held.state() == DomainState.PENDING) {
            answer(held);
            audit.record(worker, Audit.Deed.of("domain.proved", "site_domain", held.id()));
            tell(worker, held, "proved");
        }
    }

    /** From here on the storefront answers; a host that it had without a proof is proved now. */
    private void answer(Held held) {
        database.sql()
                .createUpdate("""
                        insert into site_host (host, site_id, tenant_id, is_primary, added_at, proved)
                        values (:host, :site, :tenant, false, :now, true)
                        on conflict (host) do update set proved = true where site_host.site_id = excluded.site_id
                        """)
                .bind("host", held.host())
                .bind("site", held.siteId())
                .bind("tenant", held.tenantId())
                .bind("now", clock.instant())
                .execute();
    }

    private void waiting(Caller worker, Held held, String reason, @Nullable Boolean pointsHere) {
        boolean over = clock.instant().isAfter(held.addedAt().plus(WISH));
        note(held, over ? DomainState.LAPSED : DomainState.PENDING, reason, pointsHere, WHILE_PENDING);
        if (over) {
            tell(worker, held, "lapsed");
        }
    }

    private void missed(Caller worker, Held held, String reason, @Nullable Boolean pointsHere) {
        Instant since = held.failingSince() == null ? clock.instant() : held.failingSince();
        boolean over = clock.instant().isAfter(since.plus(GRACE)) && held.failures() + 1 >= FEWEST_FAILURES;
        note(held, over ? DomainState.STOPPED : DomainState.FAILING, reason, pointsHere, WHILE_FAILING);
        if (over) {
            stop(held);
            audit.record(
                    worker,
                    Audit.Deed.of("domain.stopped", "site_domain", held.id()).because(reason));
            tell(worker, held, "stopped");
        } else if (held.state() == DomainState.ACTIVE) {
            tell(worker, held, "failing");
        }
    }

    private void note(Held held, DomainState next, String reason, @Nullable Boolean pointsHere, Duration pause) {
        database.sql()
                .createUpdate("""
                        update site_domain set state = :state, reason = :reason, points_here = :points, checked_at = :now,
                            next_check_at = :next, failures = failures + 1,
                            failing_since = case when :state in ('failing', 'stopped')
                                                 then coalesce(failing_since, :now) end
                        where id = :id
                        """)
                .bind("state", next.stored())
                .bind("reason", reason)
                .bind("points", pointsHere)
                .bind("now", clock.instant())
                .bind("next", clock.instant().plus(pause))
                .bind("id", held.id())
                .execute();
    }

    /** Takes a domain from its site; one that had no other gets a name under the mall's domain. */
    private void stop(Held held) {
        leave(held.siteId(), held.tenantId(), held.host());
    }

    private void leave(UUID site, UUID tenant, String host) {
        database.sql().execute("delete from site_host where host = ? and site_id = ?", host, site);
        int left = database.sql()
                .select("select count(*) from site_host where site_id = ?", site)
                .mapTo(int.class)
                .one();
        for (int number = 1; left == 0 && number <= MOST_NAMES; number++) {
            left = database.sql()
                    .createUpdate("""
                            insert into site_host (host, site_id, tenant_id, is_primary, added_at)
                            values (:host, :site, :tenant, true, :now) on conflict (host) do nothing
                            """)
                    .bind("host", spare(host, number))
                    .bind("site", site)
                    .bind("tenant", tenant)
                    .bind("now", clock.instant())
                    .execute();
        }
        database.sql().execute("""
                update site_host h set is_primary = true where h.host = (
                    select host from site_host where site_id = ? order by is_primary desc, added_at, host limit 1)
                """, site);
    }

    private String spare(String host, int number) {
        String label = host.replace('.', '-');
        String cut = label.substring(0, Math.min(label.length(), 50)).replaceAll("-+$", "");
        return cut + (number == 1 ? "" : "-" + number) + "." + settings.storefrontDomain();
    }

    /**
     * Ends a domain at its seller's wish.
     *
     * @param worker a worker in the seller's name
     */
    public void remove(Caller worker, DomainView domain) {
        database.sql()
                .execute(
                        "update site_domain set state = 'removed' where id = ? and state in ('pending', 'active', 'failing')",
                        domain.id());
        if (domain.state().isServed()) {
            leave(domain.siteId(), domain.tenantId(), domain.host());
        }
        audit.record(worker, Audit.Deed.of("domain.remove", "site_domain", domain.id()));
    }

    /**
     * Makes a served domain the address that links and mails use.
     *
     * @param worker a worker in the seller's name
     */
    public void prefer(Caller worker, DomainView domain) {
        database.sql()
                .createUpdate("update site_host set is_primary = (host = :host) where site_id = :site")
                .bind("host", domain.host())
                .bind("site", domain.siteId())
                .execute();
        audit.record(worker, Audit.Deed.of("domain.prefer", "site_domain", domain.id()));
    }

    private void tell(Caller worker, Held held, String key) {
        outbox.add(
                worker,
                letters
                        .of(
                                worker,
                                held.tenantId(),
                                held.siteId(),
                                held.host(),
                                key,
                                clock.instant().plus(GRACE))
                        .stream()
                        .toList());
    }
}
