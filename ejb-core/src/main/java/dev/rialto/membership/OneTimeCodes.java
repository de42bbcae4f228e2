package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Tokens;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Secrets that were mailed and open something once; only their hashes are kept. For workers. */
@Stateless
@Boundary
public class OneTimeCodes {
    private static final int MOST_TRIES = 5;

    private Database database;
    private Clock clock;

    @Inject
    public OneTimeCodes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OneTimeCodes() {}

    /**
     * What a secret is for, and how long it may be used.
     *
     * @param purpose as it is stored
     */
    public record Purpose(String purpose, Duration kept) {}

    /** Keeps a new secret; those of the same purpose before it open nothing any more. */
    public void keep(Caller caller, UUID account, Purpose purpose, String secret) {
        database.sql()
                .execute("delete from one_time_code where account_id = ? and purpose = ?", account, purpose.purpose());
        database.sql()
                .createUpdate("""
                        insert into one_time_code (id, purpose, account_id, code_hash, created_at, expires_at)
                        values (:id, :purpose, :account, :hash, :now, :until)
                        """)
                .bind("id", Ids.next())
                .bind("purpose", purpose.purpose())
                .bind("account", account)
                .bind("hash", Tokens.hash(secret))
                .bind("now", clock.instant())
                .bind("until", clock.instant().plus(purpose.kept()))
                .execute();
    }

    /** Whose secret this is; empty when it is none, used or too old. */
    public Optional<UUID> owner(Caller caller, Purpose purpose, String secret) {
        return database.sql()
                .createQuery("""
                        select c.account_id from one_time_code c join account a on a.id = c.account_id
                        where c.code_hash = :hash and c.purpose = :purpose and c.used_at is null
                          and c.expires_at > :now and a.state = 'active'
                        """)
                .bind("hash", Tokens.hash(secret))
                .bind("purpose", purpose.purpose())
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .findOne();
    }

    /** Uses a secret up; of two that come at once one gets the account. */
    public Optional<UUID> use(Caller caller, Purpose purpose, String secret) {
        return database.sql()
                .createQuery("""
                        update one_time_code c set used_at = :now from account a
                        where c.code_hash = :hash and c.purpose = :purpose and c.used_at is null
                          and c.expires_at > :now and a.id = c.account_id and a.state = 'active'
                        returning c.account_id
                        """)
                .bind("hash", Tokens.hash(secret))
                .bind("purpose", purpose.purpose())
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .findOne();
    }

    /** Uses up the short secret of one account; every wrong try counts, and after five there is none. */
    public boolean useOf(Caller caller, UUID account, Purpose purpose, String secret) {
        return database.sql()
                .createQuery("""
                        update one_time_code set tries = tries + 1,
                            used_at = case when code_hash = :hash then :now::timestamptz end
                        where account_id = :account and purpose = :purpose and used_at is null and expires_at > :now
                          and tries < :most
                        returning used_at is not null
                        """)
                .bind("hash", Tokens.hash(secret))
                .bind("account", account)
                .bind("purpose", purpose.purpose())
                .bind("now", clock.instant())
                .bind("most", MOST_TRIES)
                .mapTo(boolean.class)
                .findOne()
                .orElse(false);
    }
}
