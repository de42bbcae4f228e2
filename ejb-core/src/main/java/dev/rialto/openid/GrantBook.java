package dev.rialto.openid;

import dev.rialto.platform.Database;
import dev.rialto.platform.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of people on their way, by hash of what they carry. */
@ApplicationScoped
class GrantBook {
    private static final Duration ON_THE_WAY = Duration.ofMinutes(15);
    private static final Duration CODE_GOOD_FOR = Duration.ofMinutes(1);
    static final Duration TOKEN_GOOD_FOR = Duration.ofMinutes(10);
    private static final String COLUMNS = """
            ask_hash, party_id, redirect_uri, state, nonce, challenge, silent, fresh_after, account_id, signed_in_at,
            two_factors, used_at
            """;

    private final Database database;
    private final Clock clock;

    @Inject
    GrantBook(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GrantBook() {
        this(null, null);
    }

    /** A row as it is read. */
    record Grant(
            String askHash,
            UUID partyId,
            String redirectUri,
            String state,
            @Nullable String nonce,
            String challenge,
            boolean silent,
            @Nullable Instant freshAfter,
            @Nullable UUID accountId,
            @Nullable Instant signedInAt,
            boolean twoFactors,
            @Nullable Instant usedAt) {}

    /** Keeps what was asked; forgets those who never came back. */
    void begin(String ask, UUID party, SignInWish wish) {
        Instant now = clock.instant();
        database.sql().execute("delete from openid_grant where expires_at < ?", now);
        database.sql()
                .createUpdate("""
                        insert into openid_grant (ask_hash, party_id, redirect_uri, state, nonce, challenge, silent,
                                                  fresh_after, created_at, expires_at)
                        values (:hash, :party, :uri, :state, nullif(:nonce, ''), :challenge, :silent, :fresh, :now, :expires)
                        """)
                .bind("hash", Tokens.hash(ask))
                .bind("party", party)
                .bind("uri", wish.redirectUri())
                .bind("state", wish.state())
                .bind("nonce", wish.nonce())
                .bind("challenge", wish.challenge())
                .bind("silent", wish.mentions("none"))
                .bind("fresh", freshAfter(wish, now))
                .bind("now", now)
                .bind("expires", now.plus(ON_THE_WAY))
                .execute();
    }

    private static @Nullable Instant freshAfter(SignInWish wish, Instant now) {
        if (wish.mentions("login")) {
            return now;
        }
        return wish.maxAge().isEmpty() ? null : now.minusSeconds(Long.parseLong(wish.maxAge()));
    }

    /** Somebody on the way who has no code yet. */
    Optional<Grant> asked(String ask) {
        return database.sql()
                .createQuery(
                        "select " + COLUMNS
                                + " from openid_grant where ask_hash = :hash and code_hash is null and expires_at > :now for update")
                .bind("hash", Tokens.hash(ask))
                .bind("now", clock.instant())
                .mapTo(Grant.class)
                .findOne();
    }

    /** Notes who it is, and the code by which the party comes for it. */
    void giveCode(Grant grant, String code, SignedInPerson person) {
        database.sql()
                .createUpdate("""
                        update openid_grant set account_id = :account, signed_in_at = :at, two_factors = :two,
                            code_hash = :code, expires_at = :expires
                        where ask_hash = :hash
                        """)
                .bind("account", person.staff().accountId())
                .bind("at", person.signedInAt())
                .bind("two", person.twoFactors())
                .bind("code", Tokens.hash(code))
                .bind("expires", clock.instant().plus(CODE_GOOD_FOR))
                .bind("hash", grant.askHash())
                .execute();
    }

    /** The grant of a code, locked; used or not, its time not over. */
    Optional<Grant> byCode(String code) {
        return database.sql()
                .createQuery("select " + COLUMNS
                        + " from openid_grant where code_hash = :hash and expires_at > :now for update")
                .bind("hash", Tokens.hash(code))
                .bind("now", clock.instant())
                .mapTo(Grant.class)
                .findOne();
    }

    /** Notes that a code was used, and the token given for it. */
    void giveToken(Grant grant, String token) {
        Instant now = clock.instant();
        database.sql()
                .createUpdate("""
                        update openid_grant set used_at = :now, token_hash = :token, expires_at = :expires
                        where ask_hash = :hash
                        """)
                .bind("now", now)
                .bind("token", Tokens.hash(token))
                .bind("expires", now.plus(TOKEN_GOOD_FOR))
                .bind("hash", grant.askHash())
                .execute();
    }

    Optional<Grant> byToken(String token) {
        return database.sql()
                .createQuery("select " + COLUMNS + " from openid_grant where token_hash = :hash and expires_at > :now")
                .bind("hash", Tokens.hash(token))
                .bind("now", clock.instant())
                .mapTo(Grant.class)
                .findOne();
    }

    void end(Grant grant) {
        database.sql().execute("delete from openid_grant where ask_hash = ?", grant.askHash());
    }
}
