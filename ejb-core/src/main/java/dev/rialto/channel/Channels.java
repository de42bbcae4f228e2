package dev.rialto.channel;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Channels and the tree they stand in (E19, E35). */
@Stateless
@Boundary
public class Channels {
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 1000;
    private static final String VIEWS = """
            select c.id, c.parent_id, u.name as parent_name,
                   coalesce(t.depth, (select max(d.depth) from channel_tree d where d.descendant_id = c.id)) as depth,
                   s.name, s.email, s.state, c.opened_at,
                   (select h.host from site_host h where h.tenant_id = c.id and h.is_primary order by h.host limit 1) as host
            from channel c join seller s on s.id = c.id
            left join seller u on u.id = c.parent_id
            left join channel_tree t on t.descendant_id = c.id and t.ancestor_id = :viewer
            """;

    private Database database;
    private ChannelBook book;

    @Inject
    public Channels(Database database, ChannelBook book) {
        this.database = database;
        this.book = book;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Channels() {}

    /**
     * Opens a channel: the mall anywhere, a channel below itself. Its first owner is invited by mail.
     *
     * @return the channel, which is its tenant too
     * @throws DomainException {@link ChannelError#INVALID_CHANNEL} naming the fields,
     *     {@link ChannelError#CHANNEL_NOT_FOUND} for a parent outside the caller's tree,
     *     {@link ChannelError#CHANNEL_NAME_TAKEN}
     */
    public UUID open(Caller caller, OpenChannel wish) {
        Permissions.require(caller, Permissions.CHANNEL_EDIT);
        new Violations()
                .text("name", wish.name(), LONGEST_NAME)
                .check(wish.email().matches("[^@\\s]{1,64}@[^@\\s]{1,189}"), "email", "invalid")
                .raise(ChannelError.INVALID_CHANNEL);
        UUID parent = caller.role() == Caller.Role.TENANT && wish.parentId() == null
                ? caller.requireTenant()
                : wish.parentId();
        if (parent != null) {
            view(caller, parent);
        }
        return book.open(
                caller.asWorker(),
                new OpenChannel(parent, wish.name().strip(), wish.email().strip(), wish.ownerId(), wish.language()));
    }

    /** The channels the caller may see, each below the one it belongs to: all for the mall, its own tree for a channel. */
    public List<ChannelView> tree(Caller caller) {
        Permissions.require(caller, Permissions.CHANNEL_VIEW);
        return database.sql()
                .createQuery(VIEWS + """
                        where :viewer::uuid is null or t.descendant_id is not null
                        order by (select string_agg(n.name, '/' order by a.depth desc)
                                  from channel_tree a join seller n on n.id = a.ancestor_id
                                  where a.descendant_id = c.id), c.id
                        limit :most
                        """)
                .bind("viewer", caller.role() == Caller.Role.TENANT ? caller.tenant() : null)
                .bind("most", MOST)
                .mapTo(ChannelView.class)
                .list();
    }

    /**
     * One channel of the caller's tree.
     *
     * @throws DomainException {@link ChannelError#CHANNEL_NOT_FOUND}, also for a channel outside the tree
     */
    public ChannelView view(Caller caller, UUID channel) {
        Permissions.require(caller, Permissions.CHANNEL_VIEW);
        return database.sql()
                .createQuery(VIEWS + "where c.id = :id")
                .bind("id", channel)
                .bind("viewer", caller.role() == Caller.Role.TENANT ? caller.tenant() : null)
                .mapTo(ChannelView.class)
                .findOne()
                .orElseThrow(ChannelError.CHANNEL_NOT_FOUND::now);
    }

    /**
     * Is this tenant a channel?
     *
     * @param caller a worker
     */
    public boolean isChannel(Caller caller, UUID tenant) {
        return database.sql()
                .createQuery("select exists (select from channel where id = :id)")
                .bind("id", tenant)
                .mapTo(boolean.class)
                .one();
    }

    /** The caller's own channel; the mall names one. */
    static UUID own(Caller caller, @org.jspecify.annotations.Nullable UUID named) {
        if (caller.role() == Caller.Role.TENANT) {
            UUID tenant = caller.requireTenant();
            if (named != null && !named.equals(tenant)) {
                throw ChannelError.CHANNEL_NOT_FOUND.now();
            }
            return tenant;
        }
        return Objects.requireNonNull(named, "the mall names a channel");
    }
}
