package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How somebody at work looks at lists: one's own views, and those that others at the same place share. */
@Stateless
@Boundary
public class SavedViews {
    /** The lists that can be looked at in ways of one's own. */
    public static final Set<String> LISTS =
            Set.of("orders", "goods", "members", "stock", "returns", "refunds", "sellers");

    private static final int MOST_OWN = 30;
    private static final int MOST_SHOWN = 200;
    private static final String HERE = "tenant_id is not distinct from cast(:tenant as uuid)";

    private Database database;
    private Clock clock;

    @Inject
    public SavedViews(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SavedViews() {}

    /** The views of a list that the caller may use: own ones first, by name. */
    public List<SavedView> of(Caller caller, String list) {
        return read(caller, list);
    }

    /** All views that the caller may use, by list and name. */
    public List<SavedView> all(Caller caller) {
        return read(caller, null);
    }

    private List<SavedView> read(Caller caller, @Nullable String list) {
        return database.sql()
                .createQuery("""
                        select v.id, v.list, v.name, v.query, v.shared, v.account_id = :account as own,
                               coalesce(staff_name(v.account_id), '') as author, v.version
                        from saved_view v
                        where v.tenant_id is not distinct from cast(:tenant as uuid)
                          and (v.account_id = :account or v.shared) and (:list::text is null or v.list = :list)
                        order by v.account_id <> :account, v.list, lower(v.name), v.id limit :most
                        """)
                .bind("account", account(caller))
                .bind("tenant", place(caller))
                .bind("list", list)
                .bind("most", MOST_SHOWN)
                .mapTo(SavedView.class)
                .list();
    }

    /**
     * Keeps a view; one's own of the same name is replaced.
     *
     * @throws DomainException {@link StaffError#INVALID_VIEW} naming the fields, {@link StaffError#TOO_MANY_VIEWS}
     */
    public UUID save(Caller caller, SaveView wish) {
        wish.raiseIfWrong(LISTS);
        UUID id = database.sql()
                .createQuery("""
                        insert into saved_view (id, tenant_id, account_id, list, name, query, shared, created_at)
                        values (:id, :tenant, :account, :list, :name, :query, :shared, :now)
                        on conflict (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), account_id, list, lower(name))
                            do update set query = excluded.query, shared = excluded.shared, name = excluded.name,
                                version = saved_view.version + 1
                        returning id
                        """)
                .bind("id", Ids.next())
                .bind("tenant", place(caller))
                .bind("account", account(caller))
                .bind("list", wish.list())
                .bind("name", wish.name().strip())
                .bind("query", wish.query())
                .bind("shared", wish.shared())
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .one();
        if (own(caller, wish.list()) > MOST_OWN) {
            throw StaffError.TOO_MANY_VIEWS.now();
        }
        return id;
    }

    private int own(Caller caller, String list) {
        return database.sql()
                .createQuery("select count(*) from saved_view where account_id = :account and list = :list and " + HERE)
                .bind("account", account(caller))
                .bind("list", list)
                .bind("tenant", place(caller))
                .mapTo(int.class)
                .one();
    }

    /**
     * Gives one's own view another name, or shares it.
     *
     * @throws DomainException {@link StaffError#INVALID_VIEW}, {@link StaffError#VIEW_NAME_TAKEN},
     *     {@link StaffError#VIEW_NOT_FOUND} also for somebody else's
     */
    public void rename(Caller caller, UUID view, String name, boolean shared) {
        new Violations().text("name", name, SaveView.LONGEST_NAME).raise(StaffError.INVALID_VIEW);
        requireFree(caller, view, name.strip());
        int changed = database.sql()
                .createUpdate("update saved_view set name = :name, shared = :shared, version = version + 1"
                        + " where id = :id and account_id = :account and " + HERE)
                .bind("name", name.strip())
                .bind("shared", shared)
                .bind("id", view)
                .bind("account", account(caller))
                .bind("tenant", place(caller))
                .execute();
        requireFound(changed);
    }

    private void requireFree(Caller caller, UUID view, String name) {
        boolean isTaken = database.sql()
                .createQuery("""
                        select exists (
                            select from saved_view v join saved_view o on o.list = v.list and o.account_id = v.account_id
                                and o.tenant_id is not distinct from v.tenant_id and o.id <> v.id
                            where v.id = :id and v.account_id = :account and lower(o.name) = lower(:name))
                        """)
                .bind("id", view)
                .bind("account", account(caller))
                .bind("name", name)
                .mapTo(boolean.class)
                .one();
        if (isTaken) {
            throw StaffError.VIEW_NAME_TAKEN.because("name", "taken");
        }
    }

    /**
     * Forgets one's own view.
     *
     * @throws DomainException {@link StaffError#VIEW_NOT_FOUND} also for somebody else's
     */
    public void delete(Caller caller, UUID view) {
        requireFound(database.sql()
                .createUpdate("delete from saved_view where id = :id and account_id = :account and " + HERE)
                .bind("id", view)
                .bind("account", account(caller))
                .bind("tenant", place(caller))
                .execute());
    }

    private static void requireFound(int changed) {
        if (changed == 0) {
            throw StaffError.VIEW_NOT_FOUND.now();
        }
    }

    private static UUID account(Caller caller) {
        boolean isStaff = caller.role() == Caller.Role.TENANT || caller.role() == Caller.Role.MALL;
        return caller.signedIn().filter(who -> isStaff).orElseThrow(StaffError.VIEW_NOT_FOUND::now);
    }

    private static @Nullable UUID place(Caller caller) {
        return caller.role() == Caller.Role.TENANT ? caller.requireTenant() : null;
    }
}
