package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works for the mall and for its sellers, and what they may do. */
@Stateless
@Boundary
public class StaffDirectory {
    private Database database;
    private Audit audit;
    private Clock clock;

    @Inject
    public StaffDirectory(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StaffDirectory() {}

    /** One member of staff. */
    public record StaffMember(UUID accountId, String role, Instant addedAt) {}

    /**
     * What an account is besides a shopper; empty for a mere shopper (D23).
     *
     * @param caller a worker
     */
    public Optional<StaffView> of(Caller caller, UUID account) {
        List<Place> places = database.sql()
                .createQuery("""
                    select null::uuid as tenant_id, null as name, null as state, false as channel, m.role, o.id as sign_on_id,
                           coalesce(o.enforced, false) as enforced, m.break_glass
                    from mall_staff m left join sign_on o on o.tenant_id is null and o.state = 'active'
                    where m.account_id = :account
                    union all
                    select t.tenant_id, s.name, s.state, w.kind = 'channel', t.role, o.id, coalesce(o.enforced, false), t.break_glass
                    from seller_staff t join seller s on s.id = t.tenant_id join tenant w on w.id = t.tenant_id
                    left join sign_on o on o.tenant_id = t.tenant_id and o.state = 'active'
                    where t.account_id = :account and s.state in ('active', 'suspended')
                    order by 2
                    """)
                .bind("account", account)
                .mapTo(Place.class)
                .list();
        return places.isEmpty() ? Optional.empty() : Optional.of(view(account, places));
    }

    /** A row of {@link #of}; without a tenant it is the role in the mall. */
    record Place(
            @Nullable UUID tenantId,
            @Nullable String name,
            @Nullable String state,
            boolean channel,
            String role,
            @Nullable UUID signOnId,
            boolean enforced,
            boolean breakGlass) {
        StaffDoor door() {
            return new StaffDoor(signOnId, enforced, breakGlass);
        }

        Optional<StaffView.Workplace> workplace() {
            if (tenantId == null || name == null) {
                return Optional.empty();
            }
            StaffView.SellerRole at = StaffView.SellerRole.valueOf(role.toUpperCase(Locale.ROOT));
            return Optional.of(new StaffView.Workplace(tenantId, name, at, "active".equals(state), channel, door()));
        }
    }

    private static StaffView view(UUID account, List<Place> places) {
        Optional<Place> mall =
                places.stream().filter(place -> place.tenantId() == null).findFirst();
        return new StaffView(
                account,
                mall.map(place -> StaffView.MallRole.valueOf(place.role().toUpperCase(Locale.ROOT)))
                        .orElse(null),
                places.stream().flatMap(place -> place.workplace().stream()).toList(),
                mall.map(Place::door).orElse(StaffDoor.PLAIN));
    }

    /** Makes an account the operator of a mall that has none yet; does nothing in another. */
    public void bootstrapOperator(Caller caller, UUID account) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        database.sql()
                .createUpdate("""
                    insert into mall_staff (account_id, role, added_at)
                    select :account, 'operator', :now
                    where not exists (select from mall_staff where role = 'operator')
                    """)
                .bind("account", account)
                .bind("now", clock.instant())
                .execute();
    }

    /** Those who work where the caller does: for a seller, or for the mall. */
    public List<StaffMember> members(Caller caller) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        String from = isSellers(caller) ? "seller_staff where tenant_id = :tenant" : "mall_staff";
        var query = database.sql()
                .createQuery(
                        "select account_id, role, added_at from " + from + " order by added_at, account_id limit 500");
        if (isSellers(caller)) {
            query.bind("tenant", caller.requireTenant());
        }
        return query.mapTo(StaffMember.class).list();
    }

    /**
     * Takes somebody on at the caller's seller, or changes the role there.
     *
     * @throws DomainException {@link SellerError#LAST_OF_STAFF} when no owner would be left
     */
    public void putSellerStaff(Caller caller, UUID account, StaffView.SellerRole role) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        database.sql()
                .createUpdate("""
                    insert into seller_staff (tenant_id, account_id, role, added_at)
                    values (:tenant, :account, :role, :now)
                    on conflict (tenant_id, account_id) do update set role = excluded.role
                    """)
                .bind("tenant", caller.requireTenant())
                .bind("account", account)
                .bind("role", role.name().toLowerCase(Locale.ROOT))
                .bind("now", clock.instant())
                .execute();
        keepOne("seller_staff where tenant_id = :tenant and role = 'owner'", caller.requireTenant());
        audit.record(caller, Audit.Deed.of("staff.put", "account", account).changing(null, quoted(role.name())));
    }

    /**
     * Gives somebody a role in the mall.
     *
     * @throws DomainException {@link SellerError#LAST_OF_STAFF} when no operator would be left
     */
    public void putMallStaff(Caller caller, UUID account, StaffView.MallRole role) {
        requireMall(caller);
        database.sql()
                .createUpdate("""
                    insert into mall_staff (account_id, role, added_at) values (:account, :role, :now)
                    on conflict (account_id) do update set role = excluded.role
                    """)
                .bind("account", account)
                .bind("role", role.name().toLowerCase(Locale.ROOT))
                .bind("now", clock.instant())
                .execute();
        keepOne("mall_staff where role = 'operator'", null);
        audit.record(caller, Audit.Deed.of("staff.put", "account", account).changing(null, quoted(role.name())));
    }

    /**
     * Ends somebody's work where the caller works.
     *
     * @throws DomainException {@link SellerError#STAFF_NOT_FOUND}, {@link SellerError#LAST_OF_STAFF}
     */
    public void remove(Caller caller, UUID account) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        int gone = isSellers(caller)
                ? database.sql()
                        .execute(
                                "delete from seller_staff where tenant_id = ? and account_id = ?",
                                caller.requireTenant(),
                                account)
                : database.sql().execute("delete from mall_staff where account_id = ?", account);
        if (gone == 0) {
            throw SellerError.STAFF_NOT_FOUND.now();
        }
        if (isSellers(caller)) {
            keepOne("seller_staff where tenant_id = :tenant and role = 'owner'", caller.requireTenant());
        } else {
            keepOne("mall_staff where role = 'operator'", null);
        }
        audit.record(caller, Audit.Deed.of("staff.remove", "account", account));
    }

    private void keepOne(String whatMustStay, @Nullable UUID tenant) {
        var query = database.sql().createQuery("select count(*) from " + whatMustStay);
        if (tenant != null) {
            query.bind("tenant", tenant);
        }
        if (query.mapTo(long.class).one() == 0) {
            throw SellerError.LAST_OF_STAFF.now();
        }
    }

    private static boolean isSellers(Caller caller) {
        return caller.role() == Caller.Role.TENANT;
    }

    private static void requireMall(Caller caller) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        if (isSellers(caller)) {
            throw SellerError.NOT_PERMITTED.now();
        }
    }

    private static String quoted(String text) {
        return "\"" + text.toLowerCase(Locale.ROOT) + "\"";
    }
}
