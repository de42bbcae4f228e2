package dev.rialto.openid;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.Settings;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.StaffView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The systems elsewhere that staff of the caller's place sign in to through this mall. */
@Stateless
@Boundary
public class RelyingParties {
    private static final int MOST = 100;

    private Database database;
    private Settings settings;
    private Audit audit;
    private Clock clock;

    @Inject
    public RelyingParties(Database database, Settings settings, Audit audit, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RelyingParties() {}

    /** A row as it is read. */
    record Row(
            UUID id,
            @Nullable UUID tenantId,
            String name,
            String redirectUris,
            String groups,
            String secretHash,
            String state,
            Instant createdAt,
            long version) {
        static final String SELECT = """
                select id, tenant_id, name, array_to_string(redirect_uris, ' ') as redirect_uris,
                       array_to_string(groups, ' ') as groups, secret_hash, state, created_at, version
                from relying_party
                """;

        RelyingParty view() {
            return new RelyingParty(
                    id,
                    name,
                    List.of(redirectUris.split(" ")),
                    List.of(groups.split(" ")),
                    state.equals("active"),
                    createdAt,
                    version);
        }
    }

    /** The address by which others know this mall as provider. */
    public String issuer(Caller caller) {
        return Issuer.address(settings);
    }

    /** The roles of the caller's place, which may be let in. */
    public List<String> groups(Caller caller) {
        Enum<?>[] roles =
                caller.role() == Caller.Role.TENANT ? StaffView.SellerRole.values() : StaffView.MallRole.values();
        return Arrays.stream(roles)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Those of the caller's place, by name. */
    public List<RelyingParty> list(Caller caller) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        return database.sql()
                .createQuery(Row.SELECT + """
                         where tenant_id is not distinct from cast(:tenant as uuid) order by name, id limit :most
                        """)
                .bind("tenant", place(caller))
                .bind("most", MOST)
                .mapTo(Row.class)
                .map(Row::view)
                .list();
    }

    /**
     * One of them.
     *
     * @throws DomainException {@link OpenIdError#PARTY_NOT_FOUND}
     */
    public RelyingParty view(Caller caller, UUID party) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        return row(caller, party).view();
    }

    private Row row(Caller caller, UUID party) {
        return database.sql()
                .createQuery(Row.SELECT
                        + " where id = :id and tenant_id is not distinct from cast(:tenant as uuid) for update")
                .bind("id", party)
                .bind("tenant", place(caller))
                .mapTo(Row.class)
                .findOne()
                .orElseThrow(OpenIdError.PARTY_NOT_FOUND::now);
    }

    /**
     * Registers a system.
     *
     * @return its secret, which is not to be had again
     * @throws DomainException {@link OpenIdError#PARTY_INVALID} naming the fields
     */
    public IssuedSecret register(Caller caller, EditRelyingParty wish) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        wish.raiseIfWrong(groups(caller), plainHttp());
        UUID id = Ids.next();
        String secret = secret();
        database.sql()
                .createUpdate("""
                        insert into relying_party (id, tenant_id, name, redirect_uris, secret_hash, groups, state, created_by,
                                                   created_at, changed_at)
                        values (:id, :tenant, :name, :uris, :hash, :groups, :state, :by, :now, :now)
                        """)
                .bind("id", id)
                .bind("tenant", place(caller))
                .bind("name", wish.name().strip())
                .bind("uris", wish.redirectUris().toArray(String[]::new))
                .bind("hash", Tokens.hash(secret))
                .bind("groups", wish.groups().toArray(String[]::new))
                .bind("state", wish.active() ? "active" : "off")
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
        RelyingParty made = row(caller, id).view();
        audit.record(
                caller, Audit.Deed.of("openid.register", "relying_party", id).changing(null, told(made)));
        return new IssuedSecret(id, made.clientId(), secret);
    }

    /**
     * Changes a registered system; whoever is on the way there has to begin again when it is off.
     *
     * @throws DomainException {@link OpenIdError#PARTY_INVALID}, {@link OpenIdError#PARTY_CHANGED},
     *     {@link OpenIdError#PARTY_NOT_FOUND}
     */
    public void save(Caller caller, UUID party, EditRelyingParty edit) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        edit.raiseIfWrong(groups(caller), plainHttp());
        RelyingParty before = fresh(caller, party, edit.version());
        database.sql()
                .createUpdate("""
                        update relying_party set name = :name, redirect_uris = :uris, groups = :groups, state = :state,
                            changed_at = :now, version = version + 1
                        where id = :id
                        """)
                .bind("name", edit.name().strip())
                .bind("uris", edit.redirectUris().toArray(String[]::new))
                .bind("groups", edit.groups().toArray(String[]::new))
                .bind("state", edit.active() ? "active" : "off")
                .bind("now", clock.instant())
                .bind("id", party)
                .execute();
        audit.record(
                caller,
                Audit.Deed.of("openid.change", "relying_party", party)
                        .changing(told(before), told(row(caller, party).view())));
    }

    /**
     * A new secret; the old one is worth nothing from now on.
     *
     * @throws DomainException {@link OpenIdError#PARTY_CHANGED}, {@link OpenIdError#PARTY_NOT_FOUND}
     */
    public IssuedSecret renewSecret(Caller caller, UUID party, long version) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        RelyingParty known = fresh(caller, party, version);
        String secret = secret();
        database.sql()
                .execute(
                        "update relying_party set secret_hash = ?, changed_at = ?, version = version + 1 where id = ?",
                        Tokens.hash(secret),
                        clock.instant(),
                        party);
        audit.record(caller, Audit.Deed.of("openid.renew_secret", "relying_party", party));
        return new IssuedSecret(party, known.clientId(), secret);
    }

    /**
     * Forgets a system for good; nobody signs in there through this mall any more.
     *
     * @throws DomainException {@link OpenIdError#PARTY_CHANGED}, {@link OpenIdError#PARTY_NOT_FOUND}
     */
    public void remove(Caller caller, UUID party, long version) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        RelyingParty known = fresh(caller, party, version);
        audit.record(
                caller, Audit.Deed.of("openid.remove", "relying_party", party).changing(told(known), null));
        database.sql().execute("delete from relying_party where id = ?", party);
    }

    private RelyingParty fresh(Caller caller, UUID party, long version) {
        RelyingParty known = row(caller, party).view();
        if (known.version() != version) {
            throw OpenIdError.PARTY_CHANGED.because("version", "stale");
        }
        return known;
    }

    private static String told(RelyingParty party) {
        return Json.write(Map.of(
                "name", party.name(),
                "redirectUris", party.redirectUris(),
                "groups", party.groups(),
                "active", party.active()));
    }

    private static String secret() {
        return RelyingParty.PREFIX + "_secret_" + Tokens.next();
    }

    /** Try-outs on one machine have no certificates. */
    private static boolean plainHttp() {
        return ConfigProvider.getConfig()
                .getOptionalValue("rialto.sign.on.private", Boolean.class)
                .orElse(false);
    }

    private static @Nullable UUID place(Caller caller) {
        return caller.role() == Caller.Role.TENANT ? caller.requireTenant() : null;
    }
}
