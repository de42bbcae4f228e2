package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.message.Letter;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.StaffDirectory;
import dev.rialto.seller.StaffView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows and letters of invitations, each step a short transaction; {@link Invitations} calls it as a worker. */
@Stateless
@Boundary
public class InvitationBook {
    private static final Duration LASTS = Duration.ofDays(7);
    private static final String WORDS = "dev.rialto.staff.letters";

    private Database database;
    private StaffDirectory staff;
    private Outbox outbox;
    private Audit audit;
    private ConsoleSettings console;
    private Clock clock;

    @Inject
    public InvitationBook(
            Database database, StaffDirectory staff, Outbox outbox, Audit audit, ConsoleSettings console, Clock clock) {
        this.database = database;
        this.staff = staff;
        this.outbox = outbox;
        this.audit = audit;
        this.console = console;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected InvitationBook() {}

    /** An invitation to be written. */
    public record Draft(@Nullable UUID tenant, String email, String role, String language) {}

    /** A row behind a link. */
    public record Open(
            UUID id,
            @Nullable UUID tenantId,
            String email,
            String role,
            String place,
            @Nullable UUID accountId) {}

    /** Writes invitation and letter; one that is open for the address is taken over, and its old link ends. */
    public UUID invite(Caller caller, Draft draft) {
        if (worksHereAlready(draft)) {
            throw StaffError.ALREADY_STAFF.because("email", "works_here");
        }
        UUID id = Ids.next();
        String token = Tokens.next();
        Instant now = clock.instant();
        database.sql()
                .createUpdate("""
                    update staff_invitation set state = 'withdrawn'
                    where state = 'open' and email = :email and tenant_id is not distinct from :tenant::uuid
                    """)
                .bind("email", draft.email())
                .bind("tenant", draft.tenant())
                .execute();
        database.sql()
                .createUpdate("""
                    insert into staff_invitation (id, tenant_id, email, role, token_hash, state, invited_by,
                                                  invited_at, expires_at)
                    values (:id, :tenant, :email, :role, :hash, 'open', :by, :now, :expires)
                    """)
                .bind("id", id)
                .bind("tenant", draft.tenant())
                .bind("email", draft.email())
                .bind("role", draft.role())
                .bind("hash", Tokens.hash(token))
                .bind("by", caller.account())
                .bind("now", now)
                .bind("expires", now.plus(LASTS))
                .execute();
        outbox.add(caller, List.of(mail(id, draft, token)));
        audit.record(
                caller,
                Audit.Deed.of("staff.invite", "staff_invitation", id).changing(null, "\"" + draft.role() + "\""));
        return id;
    }

    private boolean worksHereAlready(Draft draft) {
        return database.sql()
                .createQuery("""
                    select exists (
                        select from person p
                        where p.email = :email and (
                            (:tenant::uuid is null and exists (
                                select from mall_staff m where m.account_id = p.account_id))
                            or exists (
                                select from seller_staff s
                                where s.account_id = p.account_id and s.tenant_id = :tenant)))
                    """)
                .bind("email", draft.email())
                .bind("tenant", draft.tenant())
                .mapTo(boolean.class)
                .one();
    }

    private OutgoingMail mail(UUID id, Draft draft, String token) {
        Words words = Words.of(WORDS, draft.language());
        String place = placeOf(draft.tenant());
        Letter letter = Letter.in(draft.language(), words.say("invitation.subject", place))
                .say(words.say("invitation.text", place, words.say("role." + draft.role())))
                .link(words.say("invitation.link"), console.address() + "/invitations/" + token)
                .say(words.say("invitation.end"))
                .done();
        return new OutgoingMail("staff_invitation", draft.tenant(), id, place, draft.email(), letter);
    }

    private String placeOf(@Nullable UUID tenant) {
        return database.sql()
                .createQuery("""
                    select coalesce((select name from seller where id = :tenant),
                                    (select name from site where kind = 'mall'), 'Rialto')
                    """)
                .bind("tenant", tenant)
                .mapTo(String.class)
                .one();
    }

    /** Those that are open and not too old, latest first. */
    public List<Invitation> open(Caller caller, @Nullable UUID tenant) {
        return database.sql()
                .createQuery("""
                    select id, email, role, invited_at, expires_at from staff_invitation
                    where state = 'open' and expires_at > :now and tenant_id is not distinct from :tenant::uuid
                    order by invited_at desc, id limit 200
                    """)
                .bind("now", clock.instant())
                .bind("tenant", tenant)
                .mapTo(Invitation.class)
                .list();
    }

    /** Ends an invitation; false when there is no such at this place. */
    public boolean withdraw(Caller caller, @Nullable UUID tenant, UUID id) {
        int ended = database.sql()
                .createUpdate("""
                    update staff_invitation set state = 'withdrawn'
                    where id = :id and state = 'open' and tenant_id is not distinct from :tenant::uuid
                    """)
                .bind("id", id)
                .bind("tenant", tenant)
                .execute();
        if (ended > 0) {
            audit.record(caller, Audit.Deed.of("staff.invitation_withdrawn", "staff_invitation", id));
        }
        return ended > 0;
    }

    /** What stands behind a link that still holds. */
    public Optional<Open> find(Caller caller, String token) {
        return database.sql()
                .createQuery("""
                    select i.id, i.tenant_id, i.email, i.role,
                           coalesce(s.name, (select name from site where kind = 'mall'), 'Rialto') as place,
                           a.id as account_id
                    from staff_invitation i
                    left join seller s on s.id = i.tenant_id
                    left join person p on p.email = i.email
                    left join account a on a.id = p.account_id and a.state = 'active' and a.issuer = 'self'
                    where i.token_hash = :hash and i.state = 'open' and i.expires_at > :now
                    """)
                .bind("hash", Tokens.hash(token))
                .bind("now", clock.instant())
                .mapTo(Open.class)
                .findOne();
    }

    /** Gives the account the role; false when somebody was faster with the link. */
    public boolean accept(Caller caller, Open invitation, UUID account) {
        int taken = database.sql()
                .createUpdate("""
                    update staff_invitation set state = 'accepted', accepted_by = :account, accepted_at = :now
                    where id = :id and state = 'open'
                    """)
                .bind("account", account)
                .bind("now", clock.instant())
                .bind("id", invitation.id())
                .execute();
        if (taken == 0) {
            return false;
        }
        String role = invitation.role().toUpperCase(Locale.ROOT);
        Caller place = new Caller(
                Caller.Role.WORKER, invitation.tenantId(), account, null, caller.permissions(), caller.traceId());
        if (invitation.tenantId() == null) {
            staff.putMallStaff(place, account, StaffView.MallRole.valueOf(role));
        } else {
            staff.putSellerStaff(place, account, StaffView.SellerRole.valueOf(role));
        }
        return true;
    }

    /** The mall's own site, whose mark new accounts carry. */
    public UUID mallSite(Caller caller) {
        return database.sql()
                .createQuery("select id from site where kind = 'mall'")
                .mapTo(UUID.class)
                .one();
    }
}
