package dev.rialto.verification;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The mall's side of the files: what waits, the two acceptances, the refusal. */
@Stateless
@Boundary
public class VerificationDesk {
    private static final int MOST = 200;
    private static final int LONGEST_REASON = 1000;
    private static final int VALID_YEARS = 1;

    private Database database;
    private VerificationRows rows;
    private VerificationLetters letters;
    private Outbox outbox;
    private Audit audit;
    private Clock clock;

    @Inject
    public VerificationDesk(
            Database database,
            VerificationRows rows,
            VerificationLetters letters,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected VerificationDesk() {}

    /** What is looked for; null is any. */
    public record Filter(
            @Nullable VerificationState state,
            @Nullable String text,
            @Nullable UUID after,
            int limit) {}

    /** The files of admitted sellers, those without one that must not sell yet included; newest sellers first. */
    public Page<VerificationSummary> list(Caller caller, Filter filter) {
        Permissions.require(caller, Permissions.SELLER_VIEW);
        int limit = Math.max(1, Math.min(MOST, filter.limit()));
        List<VerificationSummary> found = database.sql()
                .createQuery("""
                        select s.id as seller, s.name as seller_name, upper(coalesce(v.state, 'draft')) as state, s.sells,
                               v.submitted_at, v.valid_until
                        from seller s left join verification v on v.tenant_id = s.id
                        where s.state in ('active', 'suspended') and (v.tenant_id is not null or not s.sells)
                          and (:state::text is null or coalesce(v.state, 'draft') = :state)
                          and (:text::text is null or position(lower(:text) in lower(s.name)) > 0)
                          and (:after::uuid is null or s.id < :after)
                        order by s.id desc limit :limit
                        """)
                .bind("state", filter.state() == null ? null : filter.state().stored())
                .bind("text", filter.text())
                .bind("after", filter.after())
                .bind("limit", limit + 1)
                .mapTo(VerificationSummary.class)
                .list();
        return Page.of(found, limit, Function.identity(), last -> last.seller().toString());
    }

    /** One file; only those who decide see the bank account. */
    public VerificationView view(Caller caller, UUID seller) {
        Permissions.require(caller, Permissions.SELLER_VIEW);
        VerificationView file = rows.read(seller);
        return caller.may(Permissions.SELLER_APPROVE) ? file : Verifications.masked(file);
    }

    /**
     * Accepts a file: the first time it goes to another person, the second time the seller may sell for a year.
     *
     * @throws DomainException {@link VerificationError#SECOND_PERSON_NEEDED}, {@link VerificationError#VERIFICATION_STATE},
     *     {@link VerificationError#VERIFICATION_CHANGED}
     */
    public void accept(Caller caller, UUID seller, long version) {
        Permissions.require(caller, Permissions.SELLER_APPROVE);
        UUID account = caller.signedIn().orElseThrow(VerificationError.SECOND_PERSON_NEEDED::now);
        VerificationView file = waiting(seller, version);
        if (file.state() == VerificationState.SUBMITTED) {
            acceptFirst(caller, seller, account);
        } else if (file.needsAnother(account)) {
            throw VerificationError.SECOND_PERSON_NEEDED.now();
        } else {
            approve(caller, file, account);
        }
    }

    private VerificationView waiting(UUID seller, long version) {
        VerificationView file = rows.take(seller, version);
        if (!file.state().isWaiting()) {
            throw VerificationError.VERIFICATION_STATE.now();
        }
        return file;
    }

    private void acceptFirst(Caller caller, UUID seller, UUID account) {
        database.sql()
                .createUpdate("""
                        update verification set state = 'in_review', first_by = :by, first_at = :now, decided_by = null,
                            version = version + 1
                        where tenant_id = :seller
                        """)
                .bind("by", account)
                .bind("now", clock.instant())
                .bind("seller", seller)
                .execute();
        audit.record(caller, Audit.Deed.of("verification.accept-first", "seller", seller));
    }

    private void approve(Caller caller, VerificationView file, UUID account) {
        LocalDate until = today().plusYears(VALID_YEARS);
        database.sql()
                .createUpdate("""
                        update verification set state = 'approved', decided_by = :by, decided_at = :now, refusals = '{}',
                            valid_until = :until, reminded_at = null, version = version + 1
                        where tenant_id = :seller
                        """)
                .bind("by", account)
                .bind("now", clock.instant())
                .bind("until", until)
                .bind("seller", file.seller())
                .execute();
        publish(file);
        audit.record(caller, Audit.Deed.of("verification.approved", "seller", file.seller()));
        outbox.add(caller, List.of(letters.approved(caller, file, until)));
    }

    /** What buyers may know is taken from the accepted file. */
    private void publish(VerificationView file) {
        database.sql()
                .createUpdate("""
                        update seller set sells = true, legal_name = :legalName, registration_number = :registrationNumber,
                            email = :contactEmail, phone = :contactPhone, country = :country, address = :address,
                            version = version + 1
                        where id = :seller
                        """)
                .bindMethods(file.details())
                .bind("seller", file.seller())
                .execute();
    }

    /**
     * Sends a file back with a reason for each item that is not in order.
     *
     * @throws DomainException {@link VerificationError#VERIFICATION_INVALID} without a reason,
     *     {@link VerificationError#VERIFICATION_STATE}, {@link VerificationError#VERIFICATION_CHANGED}
     */
    public void refuse(Caller caller, UUID seller, long version, Map<VerificationItem, String> reasons) {
        Permissions.require(caller, Permissions.SELLER_APPROVE);
        Violations violations = new Violations().check(!reasons.isEmpty(), "reason", "required");
        reasons.forEach((item, reason) -> violations.text("reason." + item.stored(), reason, LONGEST_REASON));
        violations.raise(VerificationError.VERIFICATION_INVALID);
        VerificationView file = waiting(seller, version);
        Map<String, String> stored = new TreeMap<>();
        reasons.forEach((item, reason) -> stored.put(item.stored(), reason.strip()));
        database.sql()
                .createUpdate("""
                        update verification set state = 'refused', refusals = :refusals::jsonb, decided_by = :by,
                            decided_at = :now, first_by = null, first_at = null, version = version + 1
                        where tenant_id = :seller
                        """)
                .bind("refusals", Json.write(stored))
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .bind("seller", seller)
                .execute();
        audit.record(
                caller,
                Audit.Deed.of("verification.refused", "seller", seller).because(String.join("; ", stored.values())));
        outbox.add(caller, List.of(letters.refused(caller, file, reasons)));
    }

    /**
     * Takes a seller's standing over from outside, as with a mall that is moved here; only the mall's own work may.
     *
     * @param until the last day it holds
     */
    public void takeOver(Caller worker, UUID seller, LocalDate until) {
        if (worker.role() != Caller.Role.WORKER) {
            throw VerificationError.VERIFICATION_STATE.now();
        }
        VerificationView file = rows.read(seller);
        database.sql()
                .createUpdate("""
                        insert into verification (tenant_id, state, sealed, decided_at, valid_until)
                        values (:seller, 'approved', :sealed, :now, :until) on conflict do nothing
                        """)
                .bind("seller", seller)
                .bind("sealed", rows.seal(file.details()))
                .bind("now", clock.instant())
                .bind("until", until)
                .execute();
        database.sql().execute("update seller set sells = true where id = ? and not sells", seller);
        audit.record(worker, Audit.Deed.of("verification.taken-over", "seller", seller));
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
