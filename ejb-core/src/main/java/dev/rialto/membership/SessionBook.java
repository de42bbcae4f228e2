package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Tokens;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows behind the cookies, each step a short transaction; {@link Sessions} calls it as a worker. */
@Stateless
@Boundary
public class SessionBook {
    private static final Duration GUEST_KEPT = Duration.ofDays(60);
    private static final Duration STAFF_AT_MOST = Duration.ofHours(12);
    /** A session in use is marked as seen this often, not on every request. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private Database database;
    private Clock clock;
    private MembershipSettings settings;
    private Event<SignedInEvent> signedIn;

    @Inject
    public SessionBook(Database database, Clock clock, MembershipSettings settings, Event<SignedInEvent> signedIn) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.signedIn = signedIn;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SessionBook() {}

    /** What a password is compared with. */
    public record Account(UUID id, String name, @Nullable String passwordHash) {
        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }

    /** The active account of an address. */
    public Optional<Account> account(Caller caller, String email) {
        return database.sql()
                .createQuery("""
                    select a.id, p.name, a.password_hash
                    from person p join account a on a.id = p.account_id
                    where p.email = :email and a.state = 'active' and a.issuer = 'self'
                    """)
                .bind("email", email)
                .mapTo(Account.class)
                .findOne();
    }

    /** A session for a guest of a shop. */
    public String startGuest(Caller caller, UUID site) {
        String token = Tokens.next();
        insert(new Start(token, SessionView.Kind.SHOPPER, null, site, "", ""), clock.instant());
        return token;
    }

    /**
     * Starts the session of somebody whose password was right, under a new token; the old one ends.
     *
     * @param failureKey the failures forgotten now
     */
    public String start(Caller caller, SignIn signIn, UUID account, String failureKey) {
        String token = Tokens.next();
        insert(
                new Start(token, signIn.kind(), account, signIn.siteId(), signIn.device(), signIn.address()),
                clock.instant());
        database.sql().execute("delete from sign_in_failure where key = ?", failureKey);
        if (signIn.siteId() != null) {
            Caller member = new Caller(Caller.Role.WORKER, null, account, token, java.util.Set.of(), caller.traceId());
            signedIn.fire(new SignedInEvent(member, signIn.currentToken(), token, account, signIn.siteId()));
        }
        if (signIn.currentToken() != null) {
            end(caller, signIn.currentToken());
        }
        return token;
    }

    private record Start(
            String token,
            SessionView.Kind kind,
            @Nullable UUID account,
            @Nullable UUID site,
            String device,
            String address) {}

    private void insert(Start start, Instant now) {
        boolean isStaff = start.kind == SessionView.Kind.STAFF;
        database.sql()
                .createUpdate("""
                    insert into session (token_hash, kind, account_id, site_id, device, address,
                                         created_at, seen_at, expires_at)
                    values (:hash, :kind, :account, :site, left(:device, 200), left(:address, 200), :now, :now,
                            :expires)
                    """)
                .bind("hash", Tokens.hash(start.token))
                .bind("kind", start.kind.name().toLowerCase(Locale.ROOT))
                .bind("account", start.account)
                .bind("site", start.site)
                .bind("device", start.device)
                .bind("address", start.address)
                .bind("now", now)
                .bind("expires", now.plus(isStaff ? STAFF_AT_MOST : GUEST_KEPT))
                .execute();
    }

    /** The session of a token, in one statement that also marks it as seen now and then. */
    public Optional<SessionView> find(Caller caller, String token) {
        return find(token, clock.instant().minus(SEEN_EVERY));
    }

    /** The same without marking it as seen: a page that asks by itself keeps nobody signed in. */
    public Optional<SessionView> look(Caller caller, String token) {
        return find(token, Instant.EPOCH);
    }

    private Optional<SessionView> find(String token, Instant seenBefore) {
        Instant now = clock.instant();
        return database.sql()
                .createQuery("""
                    with found as (
                        select s.*, s.seen_at <= case s.kind when 'staff' then :staffIdle::timestamptz
                                                 else :shopperIdle::timestamptz end as idle
                        from session s where s.token_hash = :hash and s.expires_at > :now),
                    seen as (
                        update session s set seen_at = :now,
                            expires_at = case f.kind when 'staff' then s.expires_at else :kept end
                        from found f
                        where s.token_hash = f.token_hash and f.seen_at < :seenBefore
                          and not (f.idle and f.account_id is not null))
                    select f.kind, f.site_id, case when not f.idle then f.account_id end as account_id,
                           case when not f.idle then p.name end as name,
                           f.idle and f.account_id is not null as lapsed, f.language, f.currency,
                           (select coalesce(sum(l.quantity), 0)::int
                            from cart c join cart_line l on l.cart_id = c.id
                            where c.site_id = f.site_id and c.state = 'open'
                              and case when not f.idle and f.account_id is not null then c.account_id = f.account_id
                                  else c.account_id is null and c.token_hash = f.token_hash end) as cart_count,
                           array(select w.goods_id from wish w
                                 where w.account_id = f.account_id and w.site_id = f.site_id and not f.idle
                                 order by w.added_at desc limit 300) as wished,
                           f.acting_tenant_id, f.created_at, f.second_factor_at, f.sign_on_id,
                           f.kind = 'staff' and exists (
                               select from second_factor x
                               where x.account_id = f.account_id and x.confirmed_at is not null) as enrolled
                    from found f left join person p on p.account_id = f.account_id
                    """)
                .bind("hash", Tokens.hash(token))
                .bind("now", now)
                .bind("staffIdle", now.minus(settings.staffIdle()))
                .bind("shopperIdle", now.minus(settings.shopperIdle()))
                .bind("seenBefore", seenBefore)
                .bind("kept", now.plus(GUEST_KEPT))
                .mapTo(Row.class)
                .findOne()
                .map(row -> row.view(settings.secondFactorRequired()));
    }

    /** A row as it is read. */
    record Row(
            String kind,
            @Nullable UUID siteId,
            @Nullable UUID accountId,
            @Nullable String name,
            boolean lapsed,
            @Nullable String language,
            @Nullable String currency,
            int cartCount,
            List<UUID> wished,
            @Nullable UUID actingTenantId,
            Instant createdAt,
            @Nullable Instant secondFactorAt,
            @Nullable UUID signOnId,
            boolean enrolled) {
        SessionView view(boolean required) {
            SessionView.Kind of = SessionView.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
            SessionEntry entry = of == SessionView.Kind.STAFF
                    ? new SessionEntry(createdAt, secondFactorAt, enrolled, required, signOnId)
                    : SessionEntry.OF_A_SHOPPER;
            return new SessionView(
                    of,
                    siteId,
                    accountId,
                    name,
                    lapsed,
                    language,
                    currency,
                    cartCount,
                    Set.copyOf(wished),
                    null,
                    actingTenantId,
                    entry);
        }
    }

    /** Notes that the second factor was given in the session of a token. */
    public void factorGiven(Caller caller, String token) {
        database.sql()
                .execute(
                        "update session set second_factor_at = ? where token_hash = ?",
                        clock.instant(),
                        Tokens.hash(token));
    }

    /** Notes who vouched for the person of a session just started. */
    public void vouchedFor(Caller caller, String token, UUID signOn) {
        database.sql().execute("update session set sign_on_id = ? where token_hash = ?", signOn, Tokens.hash(token));
    }

    /** Notes for which seller staff act; for the mall when there is none. */
    public void actFor(Caller caller, String token, @Nullable UUID seller) {
        database.sql()
                .createUpdate(
                        "update session set acting_tenant_id = :tenant where token_hash = :hash and kind = 'staff'")
                .bind("tenant", seller)
                .bind("hash", Tokens.hash(token))
                .execute();
    }

    /** Ends the session of a token. */
    public void end(Caller caller, String token) {
        database.sql().execute("delete from session where token_hash = ?", Tokens.hash(token));
    }

    /** Keeps the language and currency of a session. */
    public void remember(Caller caller, String token, String language, String currency) {
        database.sql()
                .execute(
                        "update session set language = ?, currency = ? where token_hash = ?",
                        language,
                        currency,
                        Tokens.hash(token));
    }

    /** The sessions in which an account is signed in now. */
    public List<OpenSession> open(Caller caller, UUID account, String current) {
        Instant now = clock.instant();
        return database.sql()
                .createQuery("""
                    select left(token_hash, 32) as id, upper(kind) as kind, coalesce(device, '') as device,
                           coalesce(address, '') as address, created_at, seen_at, token_hash = :current as current
                    from session
                    where account_id = :account and expires_at > :now
                      and seen_at > case kind when 'staff' then :staffIdle::timestamptz
                                    else :shopperIdle::timestamptz end
                    order by seen_at desc limit 100
                    """)
                .bind("account", account)
                .bind("current", Tokens.hash(current))
                .bind("now", now)
                .bind("staffIdle", now.minus(settings.staffIdle()))
                .bind("shopperIdle", now.minus(settings.shopperIdle()))
                .mapTo(OpenSession.class)
                .list();
    }

    /** Ends one session of an account; false when it has no such. */
    public boolean endOne(Caller caller, UUID account, String id) {
        return database.sql()
                        .execute("delete from session where account_id = ? and left(token_hash, 32) = ?", account, id)
                > 0;
    }

    /** Ends all sessions of an account. */
    public void endAll(Caller caller, UUID account) {
        database.sql().execute("delete from session where account_id = ?", account);
    }

    /** Removes sessions and codes that are past their end. */
    public int sweep(Caller caller, int limit) {
        Instant now = clock.instant();
        database.sql().execute("delete from one_time_code where expires_at < ?", now);
        return database.sql()
                .createUpdate("""
                    delete from session where token_hash in (
                        select token_hash from session where expires_at < :now order by expires_at limit :limit)
                    """)
                .bind("now", now)
                .bind("limit", limit)
                .execute();
    }
}
