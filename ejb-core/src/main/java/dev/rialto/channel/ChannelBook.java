package dev.rialto.channel;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.staff.InvitationBook;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/** The rows of channels, written by the mall's own hand; {@link Channels} decides who may. */
@Stateless
@Boundary
public class ChannelBook {
    private Database database;
    private InvitationBook invitations;
    private Audit audit;
    private Clock clock;

    @Inject
    public ChannelBook(Database database, InvitationBook invitations, Audit audit, Clock clock) {
        this.database = database;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ChannelBook() {}

    /** Writes tenant, seller, channel and its place in the tree; whoever is to own it is taken on or invited. */
    public UUID open(Caller caller, OpenChannel wish) {
        UUID id = Ids.next();
        insertSeller(caller, id, wish);
        insertChannel(caller, id, wish);
        if (wish.ownerId() == null) {
            String email = wish.email().toLowerCase(Locale.ROOT);
            invitations.invite(caller, new InvitationBook.Draft(id, email, "owner", wish.language()));
        } else {
            database.sql()
                    .execute(
                            "insert into seller_staff (tenant_id, account_id, role, added_at) values (?, ?, 'owner', ?)",
                            id,
                            wish.ownerId(),
                            clock.instant());
        }
        audit.record(caller, Audit.Deed.of("channel.open", "channel", id));
        return id;
    }

    private void insertSeller(Caller caller, UUID id, OpenChannel wish) {
        int added = database.sql()
                .createUpdate("""
                        with t as (insert into tenant (id, kind, created_at) values (:id, 'channel', :now) returning id)
                        insert into seller (id, state, name, email, applied_by, applied_at, decided_by, decided_at)
                        select id, 'active', :name, :email,
                               coalesce(:owner::uuid, (select a.id from account a where a.id = :account),
                                        (select u.applied_by from seller u where u.id = :parent)), :now,
                               :account::uuid, :now
                        from t on conflict do nothing
                        """)
                .bind("id", id)
                .bind("name", wish.name())
                .bind("email", wish.email())
                .bind("owner", wish.ownerId())
                .bind("parent", wish.parentId())
                .bind("account", caller.account())
                .bind("now", clock.instant())
                .execute();
        if (added == 0) {
            throw ChannelError.CHANNEL_NAME_TAKEN.because("name", "taken");
        }
    }

    private void insertChannel(Caller caller, UUID id, OpenChannel wish) {
        database.sql()
                .createUpdate("""
                        insert into channel (id, tenant_id, parent_id, opened_by, opened_at)
                        values (:id, :id, :parent, :account, :now)
                        """)
                .bind("id", id)
                .bind("parent", wish.parentId())
                .bind("account", caller.account())
                .bind("now", clock.instant())
                .execute();
        database.sql()
                .createUpdate("""
                        insert into channel_tree (ancestor_id, descendant_id, depth)
                        select ancestor_id, :id::uuid, depth + 1 from channel_tree where descendant_id = :parent::uuid
                        union all select :id::uuid, :id::uuid, 0
                        """)
                .bind("id", id)
                .bind("parent", wish.parentId())
                .execute();
    }
}
