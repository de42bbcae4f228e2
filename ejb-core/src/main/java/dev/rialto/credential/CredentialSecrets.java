package dev.rialto.credential;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Gives credentials new secrets; the old one can be good beside the new one for a while, so that no program stops. */
@Stateless
@Boundary
public class CredentialSecrets {
    /** How long two secrets may be good beside each other. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private Database database;
    private Audit audit;
    private Clock clock;

    @Inject
    public CredentialSecrets(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CredentialSecrets() {}

    /**
     * Makes a new secret, which is shown this once. Tokens given before stay good for their ten minutes.
     *
     * @param overlap how long the secret used so far stays good; zero ends it at once; a still older one ends in any case
     * @throws DomainException {@link CredentialError#INVALID_CREDENTIAL} when the overlap is negative or longer than
     *     {@link #LONGEST_OVERLAP}; {@link CredentialError#CREDENTIAL_NOT_FOUND}; the permission {@code credential.edit} is
     *     missing
     */
    public IssuedCredential renew(Caller caller, String clientId, Duration overlap) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        new Violations()
                .check(
                        !overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0,
                        "overlap",
                        "out_of_range",
                        0,
                        LONGEST_OVERLAP.toSeconds())
                .raise(CredentialError.INVALID_CREDENTIAL);
        String secret = clientId.substring(0, Math.max(0, clientId.lastIndexOf('_'))) + "_secret_" + Tokens.next();
        int changed = database.sql()
                .createUpdate("""
                        update credential set secret_before = case when :until::timestamptz > :now then secret_hash end,
                            secret_before_until = case when :until::timestamptz > :now then :until::timestamptz end, secret_hash = :hash
                        where id = :id and state <> 'revoked'
                        """)
                .bind("until", clock.instant().plus(overlap))
                .bind("now", clock.instant())
                .bind("hash", Tokens.hash(secret))
                .bind("id", clientId)
                .execute();
        requireFound(changed);
        audit.record(
                caller,
                Audit.Deed.of("credential.renew", "credential", CredentialBook.uuidOf(clientId))
                        .changing(null, Json.write(Map.of("overlap", overlap.toString()))));
        return new IssuedCredential(clientId, secret);
    }

    /**
     * Ends the secret before, when every program has the new one.
     *
     * @throws DomainException {@link CredentialError#CREDENTIAL_NOT_FOUND} also when there is no such secret any more
     */
    public void dropBefore(Caller caller, String clientId) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        int changed = database.sql()
                .execute(
                        "update credential set secret_before = null, secret_before_until = null where id = ? and secret_before is not null",
                        clientId);
        requireFound(changed);
        audit.record(caller, Audit.Deed.of("credential.drop", "credential", CredentialBook.uuidOf(clientId)));
    }

    private static void requireFound(int changed) {
        if (changed == 0) {
            throw CredentialError.CREDENTIAL_NOT_FOUND.now();
        }
    }
}
