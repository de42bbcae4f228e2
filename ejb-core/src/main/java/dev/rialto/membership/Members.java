package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Throttle;
import dev.rialto.platform.Tokens;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Becoming a member, and what a member does with his own account. */
@Stateless
@Boundary
public class Members {
    private static final Set<String> CONSENTS = Set.of("terms", "marketing");

    private MemberBook book;
    private Passwords passwords;
    private Throttle throttle;
    private MembershipSettings settings;
    private AddressBook addresses;
    private AccountMail mail;
    private Database database;

    @Inject
    public Members(
            MemberBook book,
            Passwords passwords,
            Throttle throttle,
            MembershipSettings settings,
            AddressBook addresses,
            AccountMail mail,
            Database database) {
        this.book = book;
        this.passwords = passwords;
        this.throttle = throttle;
        this.settings = settings;
        this.addresses = addresses;
        this.mail = mail;
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Members() {}

    /**
     * Makes an account that carries the mark of the site (A23, A27, A28, D8). Whether an address has an account is told
     * only as "not usable", after the same work, to one who asks only a few times an hour; the owner of the account is told
     * by mail.
     *
     * @return the account's id
     * @throws DomainException {@link MembershipError#INVALID_MEMBER} naming the fields,
     *     {@link MembershipError#EMAIL_NOT_USABLE}, {@link MembershipError#TOO_MANY_TRIES}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID join(Caller caller, JoinMember join) {
        String email = checked(join);
        Caller worker = caller.asWorker();
        limit(worker, "join:", join.address(), settings.joinsPerHour());
        String hash = passwords.hash(join.password());
        try {
            return book.add(worker, join, email, hash);
        } catch (DomainException refused) {
            if (refused.code() == MembershipError.EMAIL_NOT_USABLE) {
                limit(worker, "join-refused:", join.address(), settings.refusedJoinsPerHour());
                mail.tellOfJoining(worker, email, join.siteId());
            }
            throw refused;
        }
    }

    private static String checked(JoinMember join) {
        Violations violations = new Violations();
        String email = EmailAddress.parse(join.email()).map(EmailAddress::text).orElse("");
        violations.check(!join.email().isBlank(), "email", "required");
        violations.check(join.email().isBlank() || !email.isEmpty(), "email", "invalid");
        PasswordRules.check(violations, "password", join.password(), email);
        PersonRules.name(violations, "name", join.name());
        PersonRules.phone(violations, "phone", join.phone());
        PersonRules.language(violations, "language", join.language());
        violations.check(join.consents().contains("terms"), "terms", "required");
        violations.check(CONSENTS.containsAll(join.consents()), "consents", "unknown");
        violations.raise(MembershipError.INVALID_MEMBER);
        return email;
    }

    private void limit(Caller worker, String what, @Nullable String address, int most) {
        if (address != null && throttle.count(worker, what + address, Duration.ofHours(1)) > most) {
            throw MembershipError.TOO_MANY_TRIES.because(List.of(new FieldError("wait", "seconds", List.of("3600"))));
        }
    }

    /**
     * The caller's own account.
     *
     * @throws DomainException {@link MembershipError#SIGN_IN_NEEDED}
     */
    public MemberView profile(Caller caller) {
        UUID account = account(caller);
        return database.sql()
                .createQuery("""
                        select p.account_id, p.email, p.name, p.phone, p.language, m.join_site_id, m.joined_at
                        from person p left join member m on m.account_id = p.account_id
                        where p.account_id = :account
                        """)
                .bind("account", account)
                .mapTo(PersonRow.class)
                .findOne()
                .map(person -> person.view(addresses.list(caller), consents(account)))
                .orElseThrow(MembershipError.SIGN_IN_NEEDED::now);
    }

    /** A row of {@link #profile}. */
    record PersonRow(
            UUID accountId,
            String email,
            String name,
            @Nullable String phone,
            String language,
            @Nullable UUID joinSiteId,
            @Nullable Instant joinedAt) {
        MemberView view(List<PostalAddress> addresses, Map<String, Boolean> consents) {
            return new MemberView(accountId, email, name, phone, language, joinSiteId, joinedAt, addresses, consents);
        }
    }

    private Map<String, Boolean> consents(UUID account) {
        return database
                .sql()
                .createQuery("""
                        select distinct on (kind) kind, given from consent
                        where account_id = :account order by kind, at desc, id desc
                        """)
                .bind("account", account)
                .map((row, context) -> Map.entry(row.getString(1), row.getBoolean(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Changes what the member says about himself; the address of sign-in and the join mark stay.
     *
     * @throws DomainException {@link MembershipError#INVALID_MEMBER} naming the fields
     */
    public void updateProfile(Caller caller, UpdateProfile change) {
        Violations violations = new Violations();
        change.check(violations);
        violations.raise(MembershipError.INVALID_MEMBER);
        database.sql()
                .createUpdate("""
                        update person set name = :name, phone = :phone, language = :language where account_id = :account
                        """)
                .bind("name", change.name().strip())
                .bind("phone", PersonRules.orNothing(change.phone()))
                .bind("language", change.language())
                .bind("account", account(caller))
                .execute();
    }

    /**
     * Notes with its time that the member agrees, or no longer does.
     *
     * @throws DomainException {@link MembershipError#INVALID_MEMBER} for a kind that is not asked for
     */
    public void consent(Caller caller, String kind, boolean given) {
        new Violations()
                .check(CONSENTS.contains(kind), "kind", "unknown")
                .check(given || !kind.equals("terms"), "kind", "needed")
                .raise(MembershipError.INVALID_MEMBER);
        book.consent(caller.asWorker(), account(caller), kind, given);
    }

    /**
     * A new password in the place of the old one.
     *
     * @param keptToken the session that stays: the one in which it is changed
     * @param siteId the shop where it is changed; null on the console
     */
    public record ChangePassword(
            String current,
            String wanted,
            @Nullable String keptToken,
            @Nullable UUID siteId) {
        @Override
        public String toString() {
            return "ChangePassword";
        }
    }

    /**
     * Changes the password; every other session of the account ends, and the member is told by mail.
     *
     * @throws DomainException {@link MembershipError#WRONG_PASSWORD}, {@link MembershipError#INVALID_MEMBER}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changePassword(Caller caller, ChangePassword change) {
        UUID account = account(caller);
        Violations violations = new Violations();
        PasswordRules.check(violations, "newPassword", change.wanted(), "");
        violations.raise(MembershipError.INVALID_MEMBER);
        requirePassword(caller, change.current());
        Caller worker = caller.asWorker();
        String token = change.keptToken() == null ? "" : change.keptToken();
        book.changePassword(worker, account, passwords.hash(change.wanted()), Tokens.hash(token));
        mail.tellOfNewPassword(worker, account, change.siteId());
    }

    /**
     * Makes sure that it is the member himself who is about to do something that cannot be undone.
     *
     * @throws DomainException {@link MembershipError#WRONG_PASSWORD}, {@link MembershipError#TOO_MANY_TRIES}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void requirePassword(Caller caller, String password) {
        UUID account = account(caller);
        int tries = throttle.count(caller.asWorker(), "password:" + account, Duration.ofMinutes(1));
        if (tries > settings.signInsPerMinute()) {
            throw MembershipError.TOO_MANY_TRIES.because(List.of(new FieldError("wait", "seconds", List.of("60"))));
        }
        String hash = book.passwordHash(caller.asWorker(), account).orElse(null);
        if (!passwords.fits(password, hash)) {
            throw MembershipError.WRONG_PASSWORD.because("password", "wrong");
        }
    }

    private static UUID account(Caller caller) {
        return caller.signedIn().orElseThrow(MembershipError.SIGN_IN_NEEDED::now);
    }
}
