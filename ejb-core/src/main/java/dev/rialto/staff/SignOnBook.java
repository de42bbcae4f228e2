package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.MasterKey;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.StaffDirectory;
import dev.rialto.seller.StaffView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of sign-ons and of those on their way, each step a short transaction; called as a worker. */
@Stateless
@Boundary
public class SignOnBook {
    private static final Duration ON_THE_WAY = Duration.ofMinutes(10);
    private static final String COLUMNS = """
        id, tenant_id, issuer, client_id, sealed_client_secret, array_to_string(domains, ' ') as domains, group_claim,
        roles::text as roles, enforced, state, proved_at, version
        """;

    private Database database;
    private MasterKey key;
    private StaffDirectory staff;
    private Audit audit;
    private Clock clock;

    @Inject
    public SignOnBook(Database database, MasterKey key, StaffDirectory staff, Audit audit, Clock clock) {
        this.database = database;
        this.key = key;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SignOnBook() {}

    /** A row as it is read. */
    public record Row(
            UUID id,
            @Nullable UUID tenantId,
            String issuer,
            String clientId,
            byte[] sealedClientSecret,
            String domains,
            String groupClaim,
            String roles,
            boolean enforced,
            String state,
            @Nullable Instant provedAt,
            long version) {}

    /** Somebody on the way to a provider, as kept. */
    public record Attempt(UUID signOnId, byte[] sealedVerifier, String nonce, String wayOn) {}

    /** The sign-on of a place. */
    public Optional<Row> of(Caller caller, @Nullable UUID tenant) {
        return database.sql()
                .createQuery("select " + COLUMNS
                        + " from sign_on where tenant_id is not distinct from cast(:tenant as uuid)")
                .bind("tenant", tenant)
                .mapTo(Row.class)
                .findOne();
    }

    /** The sign-on of an id, while it is in use. */
    public Optional<Row> byId(Caller caller, UUID id) {
        return database.sql()
                .createQuery("select " + COLUMNS + " from sign_on where id = :id and state = 'active'")
                .bind("id", id)
                .mapTo(Row.class)
                .findOne();
    }

    /** The sign-on that mail addresses of a domain are sent to; the mall's own before a seller's, then the oldest. */
    public Optional<Row> byDomain(Caller caller, String domain) {
        return database.sql()
                .createQuery("select " + COLUMNS + """
                     from sign_on where :domain = any(domains) and state = 'active'
                    order by tenant_id is not null, id limit 1
                    """)
                .bind("domain", domain)
                .mapTo(Row.class)
                .findOne();
    }

    /** Writes a sign-on; a changed issuer or client has to be proved again. */
    public void save(Caller caller, @Nullable UUID tenant, EditSignOn edit) {
        Optional<Row> before = of(caller, tenant);
        if (before.map(Row::version).orElse(0L) != edit.version()) {
            throw StaffError.SIGN_ON_CHANGED.because("version", "stale");
        }
        byte[] secret = edit.clientSecret() == null || edit.clientSecret().isBlank()
                ? before.orElseThrow().sealedClientSecret()
                : key.seal(edit.clientSecret().strip().getBytes(StandardCharsets.UTF_8));
        boolean sameHouse = before.filter(
                        row -> row.issuer().equals(edit.issuer().strip())
                                && row.clientId().equals(edit.clientId().strip()))
                .isPresent();
        UUID id = before.map(Row::id).orElseGet(Ids::next);
        database.sql()
                .createUpdate("""
                    insert into sign_on (id, tenant_id, issuer, client_id, sealed_client_secret, domains, group_claim,
                                         roles, state, changed_at)
                    values (:id, :tenant, :issuer, :client, :secret, :domains, :claim, :roles::jsonb, :state, :now)
                    on conflict (id) do update set
                        issuer = excluded.issuer, client_id = excluded.client_id,
                        sealed_client_secret = excluded.sealed_client_secret, domains = excluded.domains,
                        group_claim = excluded.group_claim, roles = excluded.roles, state = excluded.state,
                        changed_at = excluded.changed_at, version = sign_on.version + 1,
                        proved_at = case when :same then sign_on.proved_at end,
                        enforced = sign_on.enforced and :same and excluded.state = 'active'
                    """)
                .bind("id", id)
                .bind("tenant", tenant)
                .bind("issuer", edit.issuer().strip())
                .bind("client", edit.clientId().strip())
                .bind("secret", secret)
                .bind("domains", edit.domains().toArray(String[]::new))
                .bind("claim", edit.groupClaim().strip())
                .bind("roles", Json.write(edit.roles()))
                .bind("state", edit.active() ? "active" : "off")
                .bind("now", clock.instant())
                .bind("same", sameHouse)
                .execute();
        audit.record(caller, Audit.Deed.of("staff.sign_on_saved", "sign_on", id));
    }

    /** Makes it the only way in; false while nobody came in through it, or nobody would be left for emergencies. */
    public boolean enforce(Caller caller, @Nullable UUID tenant, UUID keeper) {
        Row row = of(caller, tenant).orElseThrow(StaffError.SIGN_ON_UNKNOWN::now);
        if (row.provedAt() == null || !row.state().equals("active") || !keep(tenant, keeper)) {
            return false;
        }
        database.sql().execute("update sign_on set enforced = true, version = version + 1 where id = ?", row.id());
        audit.record(caller, Audit.Deed.of("staff.sign_on_enforced", "sign_on", row.id()));
        return true;
    }

    /** The account keeps its password; only one that has a password and the highest role will do. */
    private boolean keep(@Nullable UUID tenant, UUID keeper) {
        String table = tenant == null ? "mall_staff" : "seller_staff";
        return database.sql()
                        .createUpdate("update " + table + " s set break_glass = true from account a where s.account_id"
                                + " = :keeper and a.id = s.account_id and a.password_hash is"
                                + " not null and s.role = :role"
                                + (tenant == null ? "" : " and s.tenant_id = :tenant"))
                        .bind("keeper", keeper)
                        .bind("role", tenant == null ? "operator" : "owner")
                        .bindMap(tenant == null ? java.util.Map.of() : java.util.Map.of("tenant", tenant))
                        .execute()
                > 0;
    }

    /** Passwords work again. */
    public void relax(Caller caller, @Nullable UUID tenant) {
        Row row = of(caller, tenant).orElseThrow(StaffError.SIGN_ON_UNKNOWN::now);
        database.sql().execute("update sign_on set enforced = false, version = version + 1 where id = ?", row.id());
        audit.record(caller, Audit.Deed.of("staff.sign_on_relaxed", "sign_on", row.id()));
    }

    /** Notes somebody on the way; forgets those who never came back. */
    public void leave(Caller caller, String state, Attempt attempt) {
        Instant now = clock.instant();
        database.sql().execute("delete from sign_on_attempt where expires_at < ?", now);
        database.sql()
                .createUpdate("""
                    insert into sign_on_attempt (state_hash, sign_on_id, sealed_verifier, nonce, way_on, created_at,
                                                 expires_at)
                    values (:hash, :signOn, :verifier, :nonce, :wayOn, :now, :expires)
                    """)
                .bind("hash", Tokens.hash(state))
                .bind("signOn", attempt.signOnId())
                .bind("verifier", attempt.sealedVerifier())
                .bind("nonce", attempt.nonce())
                .bind("wayOn", attempt.wayOn())
                .bind("now", now)
                .bind("expires", now.plus(ON_THE_WAY))
                .execute();
    }

    /** Somebody came back; each state counts once. */
    public Optional<Attempt> comeBack(Caller caller, String state) {
        return database.sql()
                .createQuery("""
                    with taken as (
                        delete from sign_on_attempt where state_hash = :hash
                        returning sign_on_id, sealed_verifier, nonce, way_on, expires_at)
                    select sign_on_id, sealed_verifier, nonce, way_on from taken where expires_at > :now
                    """)
                .bind("hash", Tokens.hash(state))
                .bind("now", clock.instant())
                .mapTo(Attempt.class)
                .findOne();
    }

    /**
     * Gives the person of the provider an account and the role. The account is (issuer, subject): it takes over none that
     * is there, whatever mail address the provider tells.
     */
    public UUID settle(Caller caller, Row signOn, SignOnIdentity who, String role) {
        UUID account = account(who);
        Caller place = new Caller(
                Caller.Role.WORKER, signOn.tenantId(), account, null, caller.permissions(), caller.traceId());
        String name = role.toUpperCase(Locale.ROOT);
        if (signOn.tenantId() == null) {
            staff.putMallStaff(place, account, StaffView.MallRole.valueOf(name));
        } else {
            staff.putSellerStaff(place, account, StaffView.SellerRole.valueOf(name));
        }
        database.sql()
                .execute(
                        "update sign_on set proved_at = ? where id = ? and proved_at is null",
                        clock.instant(),
                        signOn.id());
        audit.record(place, Audit.Deed.of("staff.signed_on", "account", account).changing(null, "\"" + role + "\""));
        return account;
    }

    private UUID account(SignOnIdentity who) {
        UUID account = database.sql()
                .createQuery("""
                    insert into account (id, issuer, subject, state, created_at)
                    values (:id, :issuer, :subject, 'active', :now)
                    on conflict (issuer, subject) do update set state = account.state
                    returning id
                    """)
                .bind("id", Ids.next())
                .bind("issuer", who.issuer())
                .bind("subject", who.subject())
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .one();
        database.sql()
                .createUpdate("""
                    insert into person (account_id, email, name, language)
                    values (:account, :email, :name, 'en')
                    on conflict (account_id) do update set name = excluded.name
                    """)
                .bind("account", account)
                .bind("email", account + "@sign-on.invalid")
                .bind("name", who.name())
                .execute();
        return account;
    }

    /** The provider says that somebody has no role any more. */
    public void dismiss(Caller caller, Row signOn, SignOnIdentity who) {
        database.sql()
                .createUpdate("delete from "
                        + (signOn.tenantId() == null ? "mall_staff" : "seller_staff")
                        + " where account_id in (select id from account where issuer = :issuer and subject = :subject)"
                        + (signOn.tenantId() == null ? "" : " and tenant_id = :tenant"))
                .bind("issuer", who.issuer())
                .bind("subject", who.subject())
                .bindMap(signOn.tenantId() == null ? java.util.Map.of() : java.util.Map.of("tenant", signOn.tenantId()))
                .execute();
    }
}
