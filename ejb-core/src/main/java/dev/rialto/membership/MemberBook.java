package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What about accounts only the mall itself may write; {@link Members} calls it as a worker. */
@Stateless
@Boundary
public class MemberBook {
    /** Which wording of the terms people agree to. */
    static final String TERMS_VERSION = "2026-11";

    private Database database;
    private Clock clock;

    @Inject
    public MemberBook(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected MemberBook() {}

    /**
     * Writes account, person, member and consents down in one statement.
     *
     * @throws DomainException {@link MembershipError#EMAIL_NOT_USABLE} when the address has an account, also when two
     *     come at the same moment; {@link MembershipError#INVALID_MEMBER} when the site is not open
     */
    public UUID add(Caller caller, JoinMember join, String email, String passwordHash) {
        UUID account = Ids.next();
        Optional<Added> added = database.sql()
                .createQuery("""
                        with here as (select id, member_mark from site where id = :site and state = 'open'),
                        a as (
                            insert into account (id, subject, password_hash, state, created_at, password_changed_at)
                            select :account, :account::text, :hash, 'active', :now, :now from here),
                        p as (
                            insert into person (account_id, email, name, phone, language)
                            select :account, :email, :name, :phone, :language from here
                            on conflict (email) do nothing returning account_id),
                        m as (
                            insert into member (account_id, join_site_id, join_mark, joined_at)
                            select p.account_id, here.id, here.member_mark, :now from p, here),
                        c as (
                            insert into consent (id, account_id, kind, given, text_version, at)
                            select gen_random_uuid(), p.account_id, kind, true, :terms, :now
                            from p, unnest(:consents::text[]) as kind)
                        select (select count(*) from here) as sites, (select count(*) from p) as people
                        """)
                .bind("site", join.siteId())
                .bind("account", account)
                .bind("hash", passwordHash)
                .bind("email", email)
                .bind("name", join.name().strip())
                .bind("phone", PersonRules.orNothing(join.phone()))
                .bind("language", join.language())
                .bind("consents", join.consents().toArray(String[]::new))
                .bind("terms", TERMS_VERSION)
                .bind("now", clock.instant())
                .mapTo(Added.class)
                .findOne();
        if (added.isEmpty() || added.get().sites() == 0) {
            throw MembershipError.INVALID_MEMBER.because("siteId", "unknown");
        }
        if (added.get().people() == 0) {
            throw MembershipError.EMAIL_NOT_USABLE.because("email", "not_usable");
        }
        return account;
    }

    /** How many rows {@link #add} found and made. */
    record Added(long sites, long people) {}

    /** The stored hash of an account's password. */
    public Optional<String> passwordHash(Caller caller, UUID account) {
        return database.sql()
                .createQuery("select password_hash from account where id = :account and state = 'active'")
                .bind("account", account)
                .mapTo(String.class)
                .findOne();
    }

    /** Puts a new password in the place of the old one and ends every session but the one named. */
    public void changePassword(Caller caller, UUID account, String hash, String keptTokenHash) {
        database.sql()
                .execute(
                        "update account set password_hash = ?, password_changed_at = ?, version = version + 1 where id = ?",
                        hash,
                        clock.instant(),
                        account);
        database.sql().execute("delete from session where account_id = ? and token_hash <> ?", account, keptTokenHash);
    }

    /** Notes what a member says about a consent. */
    public void consent(Caller caller, UUID account, String kind, boolean given) {
        database.sql()
                .execute(
                        "insert into consent (id, account_id, kind, given, text_version, at) values (?, ?, ?, ?, ?, ?)",
                        Ids.next(),
                        account,
                        kind,
                        given,
                        TERMS_VERSION,
                        clock.instant());
    }
}
