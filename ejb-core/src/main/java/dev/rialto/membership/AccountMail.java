package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Settings;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the mails about accounts, with their links and codes, each in one transaction. For workers. */
@Stateless
@Boundary
public class AccountMail {
    static final OneTimeCodes.Purpose PASSWORD = new OneTimeCodes.Purpose("password", Duration.ofMinutes(30));
    static final OneTimeCodes.Purpose SIGN_IN = new OneTimeCodes.Purpose("sign-in", Duration.ofMinutes(10));
    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private Database database;
    private OneTimeCodes codes;
    private Outbox outbox;
    private SiteDirectory sites;
    private Settings settings;
    private Clock clock;

    @Inject
    public AccountMail(
            Database database, OneTimeCodes codes, Outbox outbox, SiteDirectory sites, Settings settings, Clock clock) {
        this.database = database;
        this.codes = codes;
        this.outbox = outbox;
        this.sites = sites;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected AccountMail() {}

    /** Mails the one-time link to a new password; an address without an account gets nothing. */
    public void sendPasswordLink(Caller caller, String email, UUID siteId) {
        reader(email).ifPresent(reader -> {
            SiteView site = sites.byId(caller, siteId);
            String secret = Tokens.next();
            codes.keep(caller, reader.accountId(), PASSWORD, secret);
            String address = settings.address(site.host(), "/account/new-password?link=" + secret);
            outbox.add(caller, List.of(AccountLetters.newPasswordLink(reader, site, address)));
        });
    }

    /** Mails a code of six digits to sign in with; an address without an account gets nothing. */
    public void sendCode(Caller caller, String email, UUID siteId) {
        reader(email).ifPresent(reader -> {
            String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
            codes.keep(caller, reader.accountId(), SIGN_IN, secretOf(reader.accountId(), code));
            outbox.add(caller, List.of(AccountLetters.code(reader, sites.byId(caller, siteId), code)));
        });
    }

    /** A short code is kept together with its account, so that equal codes have unequal hashes. */
    static String secretOf(UUID account, String code) {
        return account + " " + code;
    }

    /** Tells a member that somebody tried to join with the address; at most once a day. */
    public void tellOfJoining(Caller caller, String email, UUID siteId) {
        reader(email).filter(this::isUntold).ifPresent(reader -> {
            SiteView site = sites.byId(caller, siteId);
            outbox.add(caller, List.of(AccountLetters.alreadyMember(reader, site, forgotten(site))));
        });
    }

    private boolean isUntold(AccountLetters.Reader reader) {
        return database.sql()
                .createQuery("""
                        select not exists (select from outbox where subject_id = :account
                            and kind = 'mail.already_member' and created_at > :since)
                        """)
                .bind("account", reader.accountId())
                .bind("since", clock.instant().minus(Duration.ofDays(1)))
                .mapTo(boolean.class)
                .one();
    }

    /** Tells a member that the password is another one now. */
    public void tellOfNewPassword(Caller caller, UUID account, @Nullable UUID siteId) {
        readerOf(account).ifPresent(reader -> {
            SiteView site = siteId == null ? sites.mall(caller) : sites.byId(caller, siteId);
            outbox.add(caller, List.of(AccountLetters.passwordChanged(reader, site, forgotten(site))));
        });
    }

    private String forgotten(SiteView site) {
        return settings.address(site.host(), "/account/forgotten");
    }

    private Optional<AccountLetters.Reader> reader(String email) {
        return database.sql()
                .createQuery("""
                        select p.account_id, p.email, p.name, p.language from person p join account a on a.id = p.account_id
                        where p.email = :email and a.state = 'active' and a.issuer = 'self'
                        """)
                .bind("email", email)
                .mapTo(AccountLetters.Reader.class)
                .findOne();
    }

    private Optional<AccountLetters.Reader> readerOf(UUID account) {
        return database.sql()
                .createQuery("select account_id, email, name, language from person where account_id = :account")
                .bind("account", account)
                .mapTo(AccountLetters.Reader.class)
                .findOne();
    }
}
