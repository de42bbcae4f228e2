package dev.rialto.gateway;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What requests did, by the key their caller chose: asked for after a lost answer, and undone within two days. */
@Stateless
@Boundary
public class RequestBook {
    /** How long an effect can be undone. */
    public static final Duration UNDO_WITHIN = Duration.ofHours(48);

    private Database database;
    private Audit audit;
    private Clock clock;

    @Inject
    public RequestBook(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RequestBook() {}

    /**
     * What a request did.
     *
     * @param scope credential, method and address
     * @param status of its answer; null while it runs
     * @param ref what its answer is rebuilt from
     * @param reversedAt when it was undone
     */
    public record Deed(
            String scope,
            String key,
            @Nullable Integer status,
            @Nullable String ref,
            Instant at,
            @Nullable Instant reversedAt) {

        /** How it was asked: POST. */
        public String method() {
            return scope.split(" ", 3)[1];
        }

        /** The address that was asked. */
        public String address() {
            return scope.split(" ", 3)[2];
        }

        /** Until when it can be undone, if it is of a kind that can. */
        public Instant undoUntil() {
            return at.plus(UNDO_WITHIN);
        }
    }

    /**
     * What was done under a key, oldest first: one deed for each address it was sent to.
     *
     * @param caller a worker
     * @param credential whose requests; nobody sees another's
     */
    public List<Deed> deeds(Caller caller, String credential, String key) {
        return query(credential, key, "");
    }

    private List<Deed> query(String credential, String key, String lock) {
        return database.sql()
                .createQuery("""
                        select scope, key, status, ref, created_at as at, reversed_at from idempotency
                        where key = :key and starts_with(scope, :credential || ' ') and expires_at > :now
                        order by created_at, scope
                        """ + lock)
                .bind("key", key)
                .bind("credential", credential)
                .bind("now", clock.instant())
                .mapTo(Deed.class)
                .list();
    }

    /** How a deed is undone. */
    @FunctionalInterface
    public interface Undoing {
        /** Undoes it in this transaction. */
        void undo(Deed deed);
    }

    /**
     * Undoes the one deed of a key and writes down which program did so; done already, nothing more happens.
     *
     * @param caller a worker of the program's seller
     * @throws DomainException {@link RequestError#REQUEST_NOT_FOUND}, {@link RequestError#NOT_REVERSIBLE} when there are
     *     several or it did nothing, {@link RequestError#TOO_LATE_TO_REVERSE}, or what the undoing refuses
     */
    public void reverse(Caller caller, String credential, String key, Undoing undoing) {
        List<Deed> deeds = query(credential, key, "for update");
        if (deeds.isEmpty()) {
            throw RequestError.REQUEST_NOT_FOUND.now();
        }
        Deed deed = deeds.get(0);
        if (deed.reversedAt() != null) {
            return;
        }
        if (deeds.size() > 1 || deed.status() == null) {
            throw RequestError.NOT_REVERSIBLE.now();
        }
        if (clock.instant().isAfter(deed.undoUntil())) {
            throw RequestError.TOO_LATE_TO_REVERSE.now();
        }
        undoing.undo(deed);
        database.sql()
                .execute(
                        "update idempotency set reversed_at = ? where scope = ? and key = ?",
                        clock.instant(),
                        deed.scope(),
                        key);
        audit.record(
                caller,
                Audit.Deed.of("request.reverse", "credential", uuidOf(credential))
                        .because(credential + ": " + deed.method() + " " + deed.address() + " " + key));
    }

    private static UUID uuidOf(String credential) {
        return Ids.parse(credential.substring(0, credential.lastIndexOf('_')), credential)
                .orElseThrow(RequestError.REQUEST_NOT_FOUND::now);
    }
}
