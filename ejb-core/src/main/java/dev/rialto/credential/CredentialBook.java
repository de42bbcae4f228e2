package dev.rialto.credential;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Makes credentials, suspends and revokes them, and exchanges them for tokens. */
@Stateless
@Boundary
public class CredentialBook {
    private static final int LONGEST_NAME = 100;

    private Database database;
    private Audit audit;
    private Clock clock;
    private AccessTokens tokens;

    @Inject
    public CredentialBook(Database database, Audit audit, Clock clock, AccessTokens tokens) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CredentialBook() {}

    /**
     * Makes a credential for the caller's tenant, or for any as the mall.
     *
     * @throws DomainException {@link CredentialError#INVALID_CREDENTIAL} naming the fields; the permission
     *     {@code credential.edit} is missing, here and in all that lists or changes credentials
     */
    public IssuedCredential issue(Caller caller, NewCredential wanted) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        new Violations()
                .text("name", wanted.name(), LONGEST_NAME)
                .check(wanted.kind() != CredentialKind.STOREFRONT || wanted.site() != null, "site", "required")
                .check(wanted.expiresAt() == null || wanted.expiresAt().isAfter(clock.instant()), "expiresAt", "past")
                .check(!wanted.scopes().isEmpty(), "scopes", "required")
                .check(Scopes.ALL.containsAll(wanted.scopes()), "scopes", "unknown_value")
                .check(Scopes.areFor(wanted.kind(), wanted.scopes()), "scopes", "other_kind")
                .check(wanted.kind() != CredentialKind.CHANNEL || isChannel(wanted.tenant()), "kind", "unknown")
                .check(wanted.site() == null || isSiteOf(wanted), "site", "unknown")
                .raise(CredentialError.INVALID_CREDENTIAL);
        UUID id = Ids.next();
        String kind = wanted.kind().prefix() + (isTest(wanted.tenant()) ? "_test" : "_live");
        String clientId = Ids.external(kind, id);
        String secret = kind + "_secret_" + Tokens.next();
        insert(clientId, secret, wanted);
        String given = Json.write(Map.of("name", wanted.name(), "scopes", new TreeSet<>(wanted.scopes())));
        audit.record(caller, Audit.Deed.of("credential.issue", "credential", id).changing(null, given));
        return new IssuedCredential(clientId, secret);
    }

    private boolean isSiteOf(NewCredential wanted) {
        return database.sql()
                .createQuery("select exists (select from site where id = :site and tenant_id = :tenant)")
                .bindMethods(wanted)
                .mapTo(boolean.class)
                .one();
    }

    private boolean isChannel(UUID tenant) {
        return database.sql()
                .createQuery("select exists (select from tenant where id = :id and kind = 'channel')")
                .bind("id", tenant)
                .mapTo(boolean.class)
                .one();
    }

    private boolean isTest(UUID tenant) {
        return database.sql()
                .createQuery("select :tenant in (select test_tenants())")
                .bind("tenant", tenant)
                .mapTo(boolean.class)
                .one();
    }

    private void insert(String clientId, String secret, NewCredential wanted) {
        database.sql()
                .createUpdate("""
                        insert into credential (id, tenant_id, site_id, kind, name, secret_hash, scopes, state,
                                                created_at, expires_at)
                        values (:id, :tenant, :site, :kind, :name, :hash, :scopes, 'active', :now, :expires)
                        """)
                .bind("id", clientId)
                .bind("tenant", wanted.tenant())
                .bind("site", wanted.site())
                .bind("kind", wanted.kind().stored())
                .bind("name", wanted.name())
                .bind("hash", Tokens.hash(secret))
                .bind("scopes", wanted.scopes().toArray(String[]::new))
                .bind("now", clock.instant())
                .bind("expires", wanted.expiresAt())
                .execute();
    }

    /** Suspends an active credential; its calls are refused within a second. */
    public void suspend(Caller caller, String clientId) {
        move(caller, clientId, "suspended");
    }

    /** Lets a suspended credential call again. */
    public void resume(Caller caller, String clientId) {
        move(caller, clientId, "active");
    }

    /** Ends a credential for good. */
    public void revoke(Caller caller, String clientId) {
        move(caller, clientId, "revoked");
    }

    private void move(Caller caller, String clientId, String state) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        int changed = database.sql()
                .execute("update credential set state = ? where id = ? and state <> 'revoked'", state, clientId);
        if (changed == 0) {
            throw CredentialError.CREDENTIAL_NOT_FOUND.now();
        }
        audit.record(caller, Audit.Deed.of("credential." + state, "credential", uuidOf(clientId)));
    }

    static UUID uuidOf(String clientId) {
        return Ids.parse(clientId.substring(0, clientId.lastIndexOf('_')), clientId)
                .orElseThrow(CredentialError.CREDENTIAL_NOT_FOUND::now);
    }

    /**
     * Exchanges a credential for a token (RFC 6749, client credentials).
     *
     * @param caller a worker
     * @throws DomainException {@link CredentialError#INVALID_CLIENT} or {@link CredentialError#SUSPENDED}
     */
    public AccessToken token(Caller caller, String clientId, String secret) {
        Instant now = clock.instant();
        CredentialState state = state(clientId)
                .filter(known -> known.isKnownAt(now) && known.opensWith(Tokens.hash(secret), now))
                .orElseThrow(CredentialError.INVALID_CLIENT::now);
        if (state.isSuspended()) {
            throw CredentialError.SUSPENDED.now();
        }
        database.sql().execute("update credential set last_used_at = ? where id = ?", now, clientId);
        return tokens.sign(state.client(), now);
    }

    /**
     * The program behind a credential as it is now.
     *
     * @param caller a worker
     * @throws DomainException {@link CredentialError#INVALID_TOKEN} or {@link CredentialError#SUSPENDED}
     */
    public GatewayClient client(Caller caller, String clientId) {
        CredentialState state = state(clientId)
                .filter(known -> known.isKnownAt(clock.instant()))
                .orElseThrow(CredentialError.INVALID_TOKEN::now);
        if (state.isSuspended()) {
            throw CredentialError.SUSPENDED.now();
        }
        return state.client();
    }

    private Optional<CredentialState> state(String clientId) {
        return database.sql()
                .createQuery("""
                        select c.id, c.tenant_id, c.site_id, c.kind, c.secret_hash, c.secret_before, c.secret_before_until,
                               c.scopes, c.state, c.expires_at,
                               s.state = 'active' as seller_active,
                               coalesce(t.state in ('open', 'closed_by_seller'), true) as site_usable
                        from credential c
                        join seller s on s.id = c.tenant_id
                        left join site t on t.id = c.site_id
                        where c.id = :id
                        """)
                .bind("id", clientId)
                .mapTo(CredentialState.class)
                .findOne();
    }
}
