package dev.rialto.terms;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mall's terms for sellers: published, accepted, asked for before a change. */
@Stateless
@Boundary
public class Terms {
    private static final int LONGEST = 100_000;
    private static final int MOST = 200;
    private static final Set<String> LANGUAGES = Set.of("ko", "en", "ja", "zh");

    private Database database;
    private Audit audit;
    private Clock clock;

    @Inject
    public Terms(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Terms() {}

    /** Who accepted a version, and when. */
    public record Acceptance(UUID seller, String sellerName, UUID accountId, Instant acceptedAt) {}

    /**
     * Publishes the next version.
     *
     * @param texts by language; one at least
     * @return its number
     * @throws DomainException {@link TermsError#TERMS_INVALID}
     */
    public int publish(Caller caller, Map<String, String> texts) {
        Permissions.require(caller, Permissions.SELLER_APPROVE);
        Violations violations = new Violations()
                .check(!texts.isEmpty(), "text", "required")
                .check(LANGUAGES.containsAll(texts.keySet()), "text", "unknown_language");
        texts.forEach((language, text) -> violations.text("text." + language, text, LONGEST));
        violations.raise(TermsError.TERMS_INVALID);
        // two who publish at once get two numbers
        database.sql().execute("select pg_advisory_xact_lock(hashtext('terms_version'))");
        int number = database.sql()
                .createQuery("""
                        insert into terms_version (number, texts, published_by, published_at)
                        select coalesce(max(number), 0) + 1, :texts::jsonb, :by, :now from terms_version returning number
                        """)
                .bind("texts", Json.write(texts))
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .mapTo(int.class)
                .one();
        audit.record(
                caller, Audit.Deed.of("terms.publish", "terms", Ids.next()).changing(null, String.valueOf(number)));
        return number;
    }

    /** All versions, the latest first. */
    public List<TermsVersion> versions(Caller caller) {
        Permissions.require(caller, Permissions.SELLER_VIEW);
        return database.sql()
                .createQuery("""
                        select v.number, v.texts::text as texts, v.published_at,
                               (select count(*) from terms_acceptance a where a.number = v.number) as accepted,
                               (select a.accepted_at from terms_acceptance a
                                where a.number = v.number and a.tenant_id = :tenant) as accepted_at
                        from terms_version v order by v.number desc limit :most
                        """)
                .bind("tenant", caller.tenant())
                .bind("most", MOST)
                .mapTo(Row.class)
                .map(Row::version)
                .list();
    }

    /**
     * Accepts the latest version for the caller's seller; a second time changes nothing.
     *
     * @throws DomainException {@link TermsError#TERMS_NOT_FOUND}, {@link TermsError#TERMS_SUPERSEDED}
     */
    public void accept(Caller caller, int number) {
        Permissions.require(caller, Permissions.SELLER_EDIT);
        UUID account = caller.signedIn().orElseThrow(TermsError.TERMS_NOT_FOUND::now);
        int latest = latest();
        if (number < 1 || number > latest) {
            throw TermsError.TERMS_NOT_FOUND.now();
        }
        if (number < latest) {
            throw TermsError.TERMS_SUPERSEDED.now();
        }
        database.sql()
                .createUpdate("""
                        insert into terms_acceptance (tenant_id, number, account_id, accepted_at)
                        values (:tenant, :number, :account, :now) on conflict do nothing
                        """)
                .bind("tenant", caller.requireTenant())
                .bind("number", number)
                .bind("account", account)
                .bind("now", clock.instant())
                .execute();
        audit.record(
                caller,
                Audit.Deed.of("terms.accept", "seller", caller.requireTenant()).changing(null, String.valueOf(number)));
    }

    private int latest() {
        return database.sql()
                .createQuery("select coalesce(max(number), 0) from terms_version")
                .mapTo(int.class)
                .one();
    }

    /**
     * Refuses a seller who has not accepted the latest version yet, in one statement.
     *
     * @throws DomainException {@link TermsError#TERMS_NOT_ACCEPTED}
     */
    public void requireAccepted(Caller caller) {
        boolean isOpen = database.sql()
                .createQuery("""
                        select exists (select from (select max(number) as number from terms_version) v
                                       where v.number is not null and not exists (
                                           select from terms_acceptance a
                                           where a.number = v.number and a.tenant_id = :tenant))
                        """)
                .bind("tenant", caller.requireTenant())
                .mapTo(boolean.class)
                .one();
        if (isOpen) {
            throw TermsError.TERMS_NOT_ACCEPTED.now();
        }
    }

    /** The sellers who accepted a version, the latest first. */
    public List<Acceptance> acceptances(Caller caller, int number) {
        Permissions.require(caller, Permissions.SELLER_APPROVE);
        return database.sql()
                .createQuery("""
                        select a.tenant_id as seller, s.name as seller_name, a.account_id, a.accepted_at
                        from terms_acceptance a join seller s on s.id = a.tenant_id
                        where a.number = :number order by a.accepted_at desc limit :most
                        """)
                .bind("number", number)
                .bind("most", MOST)
                .mapTo(Acceptance.class)
                .list();
    }

    /** A row of {@link #versions}. */
    record Row(
            int number,
            String texts,
            Instant publishedAt,
            long accepted,
            @Nullable Instant acceptedAt) {
        TermsVersion version() {
            return new TermsVersion(
                    number, Json.read(texts, new TypeReference<>() {}), publishedAt, accepted, acceptedAt);
        }
    }
}
