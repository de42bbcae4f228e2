package dev.rialto.verification;

import dev.rialto.kernel.Caller;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.verification.VerificationLetters.Addressee;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the days bring: a reminder before a file ends, and the end of the sale when it was not renewed. */
@Stateless
@Boundary
public class VerificationDays {
    private static final int REMIND_DAYS = 30;

    private Database database;
    private VerificationLetters letters;
    private Outbox outbox;
    private Audit audit;
    private Clock clock;

    @Inject
    public VerificationDays(Database database, VerificationLetters letters, Outbox outbox, Audit audit, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected VerificationDays() {}

    /** A file near its end. */
    record Ending(
            UUID seller,
            String name,
            String email,
            @Nullable String country,
            LocalDate validUntil) {
        Addressee addressee() {
            return new Addressee(seller, name, email, country == null ? "" : country);
        }
    }

    /**
     * Reminds sellers whose file ends within thirty days, each once.
     *
     * @return how many
     */
    public int remind(Caller worker, int limit) {
        List<Ending> ending = database.sql()
                .createQuery("""
                        with due as (
                            select tenant_id from verification
                            where valid_until >= :today and valid_until <= :soon and reminded_at is null
                            order by valid_until limit :limit for update skip locked)
                        update verification v set reminded_at = :now from due, seller s
                        where v.tenant_id = due.tenant_id and s.id = v.tenant_id
                        returning s.id as seller, s.name, s.email, s.country, v.valid_until
                        """)
                .bind("today", today())
                .bind("soon", today().plusDays(REMIND_DAYS))
                .bind("now", clock.instant())
                .bind("limit", limit)
                .mapTo(Ending.class)
                .list();
        tell(worker, ending, "reminder");
        return ending.size();
    }

    /**
     * Ends the sale of sellers whose file is over.
     *
     * @return how many
     */
    public int expire(Caller worker, int limit) {
        List<Ending> ended = database.sql()
                .createQuery("""
                        with due as (
                            select v.tenant_id from verification v join seller s on s.id = v.tenant_id and s.sells
                            where v.valid_until < :today order by v.valid_until limit :limit for update of v, s skip locked),
                        marked as (
                            update verification v set version = version + 1,
                                state = case when v.state = 'approved' then 'expired' else v.state end
                            from due where v.tenant_id = due.tenant_id returning v.tenant_id, v.valid_until)
                        update seller s set sells = false from marked m where s.id = m.tenant_id
                        returning s.id as seller, s.name, s.email, s.country, m.valid_until
                        """)
                .bind("today", today())
                .bind("limit", limit)
                .mapTo(Ending.class)
                .list();
        tell(worker, ended, "expired");
        ended.forEach(file -> audit.record(worker, Audit.Deed.of("verification.expired", "seller", file.seller())));
        return ended.size();
    }

    private void tell(Caller worker, List<Ending> files, String key) {
        outbox.add(
                worker,
                files.stream()
                        .map(file -> letters.ending(worker, file.addressee(), key, file.validUntil()))
                        .toList());
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
