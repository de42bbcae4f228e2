package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.JobRuns;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteDirectory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose birthday or wedding day it is, and what became of the greeting (D76, D77). For the mall. */
@Stateless
@Boundary
public class Anniversaries {
    private static final int MOST = 500;

    private Database database;
    private JobRuns runs;
    private SiteDirectory sites;
    private Clock clock;

    @Inject
    public Anniversaries(Database database, JobRuns runs, SiteDirectory sites, Clock clock) {
        this.database = database;
        this.runs = runs;
        this.sites = sites;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Anniversaries() {}

    /**
     * Somebody's day.
     *
     * @param since the date itself
     * @param years how many years it has been
     * @param outcome mailed, no_consent, or null before the greetings of the day
     */
    public record Anniversary(
            UUID accountId,
            String name,
            String email,
            Occasion occasion,
            LocalDate since,
            int years,
            boolean wantsNews,
            @Nullable String outcome,
            @Nullable Instant at) {}

    /** Today in the mall's zone. */
    public LocalDate today(Caller caller) {
        return LocalDate.ofInstant(
                clock.instant(), ZoneId.of(sites.mall(caller.asWorker()).zone()));
    }

    /**
     * The anniversaries of a day, birthdays first, then by name; 500 of each at most.
     *
     * @throws DomainException the permission {@code member.view} is missing; for everybody but the mall
     */
    public List<Anniversary> on(Caller caller, LocalDate date) {
        Permissions.require(caller, Permissions.MEMBER_VIEW);
        BestCustomers.requireMall(caller);
        List<Anniversary> found = new ArrayList<>();
        for (Occasion occasion : Occasion.values()) {
            found.addAll(on(occasion, date));
        }
        return found.stream()
                .sorted(Comparator.comparing(Anniversary::occasion).thenComparing(Anniversary::name))
                .toList();
    }

    private record Row(
            UUID accountId,
            String name,
            String email,
            LocalDate since,
            boolean wantsNews,
            @Nullable String outcome,
            @Nullable Instant at) {}

    private List<Anniversary> on(Occasion occasion, LocalDate date) {
        return database
                .sql()
                .createQuery("""
                        select p.account_id, p.name, p.email, p.<date> as since, <wants> as wants_news, g.outcome, g.at
                        from person p join member m on m.account_id = p.account_id
                        left join greeting g on g.account_id = p.account_id and g.kind = :kind and g.year = :year
                        where p.<day> = any(:days) and p.<date> < :on
                        order by p.account_id limit :most
                        """)
                .define("date", occasion.dateColumn())
                .define("day", occasion.dayColumn())
                .define("wants", AudienceSql.wantsNews())
                .bind("kind", occasion.key())
                .bind("year", date.getYear())
                .bind("days", Occasion.daysKeptOn(date).toArray(Integer[]::new))
                .bind("on", date)
                .bind("most", MOST)
                .mapTo(Row.class)
                .stream()
                .map(row -> new Anniversary(
                        row.accountId(),
                        row.name(),
                        row.email(),
                        occasion,
                        row.since(),
                        date.getYear() - row.since().getYear(),
                        row.wantsNews(),
                        row.outcome(),
                        row.at()))
                .toList();
    }

    /** The latest runs of the greetings, newest first. */
    public List<JobRunView> runs(Caller caller) {
        Permissions.require(caller, Permissions.MEMBER_VIEW);
        BestCustomers.requireMall(caller);
        return runs.latest(caller, GreetingWork.JOB, 10);
    }
}
