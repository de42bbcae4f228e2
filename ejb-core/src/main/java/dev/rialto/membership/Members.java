package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Throttle;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.StaffDirectory;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private StaffDirectory staff;
    private AddressBook addresses;
    private Database database;
    private Clock clock;

    @Inject
    public Members(
            MemberBook book,
            Passwords passwords,
            Throttle throttle,
            MembershipSettings settings,
            StaffDirectory staff,
            AddressBook addresses,
            Database database,
            Clock clock) {
        this.book = book;
        this.passwords = passwords;
        this.throttle = throttle;
        this.settings = settings;
        this.staff = staff;
        this.addresses = addresses;
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Members() {}

    /**
     * Makes an account that carries the mark of the site (A23, A27, A28, D8). Whether an address has an account is told
     * only as "not usable", after the same work, and only so often to one who asks.
     *
     * @return the account's id
     * @throws DomainException {@link MembershipError#INVALID_MEMBER} naming the fields,
     *     {@link MembershipError#EMAIL_NOT_USABLE}, {@link MembershipError#TOO_MANY_TRIES}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID join(Caller caller, JoinMember join) {
        String email = checked(join);
        Caller worker = caller.asWorker();
        limit(worker, join.address());
        return book.add(worker, join, email, passwords.hash(join.password()));
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

    private void limit(Caller worker, @Nullable String address) {
        if (address != null
                && throttle.count(worker, "join:" + address, Duration.ofHours(1)) > settings.joinsPerHour()) {
            throw new DomainException(
                    MembershipError.TOO_MANY_TRIES, List.of(new FieldError("wait", "seconds", List.of("3600"))));
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
                        select p.account_id, p.email, p.name, p.phone, p.language, p.birth_date, p.gender, p.occupation,
                               p.region, m.join_site_id, m.joined_at
                        from person p left join member m on m.account_id = p.account_id
                        where p.account_id = :account
                        """)
                .bind("account", account)
                .mapTo(PersonRow.class)
                .findOne()
                .map(person -> person.view(addresses.list(caller), consents(account)))
                .orElseThrow(() -> new DomainException(MembershipError.SIGN_IN_NEEDED));
    }

    /** A row of {@link #profile}. */
    record PersonRow(
            UUID accountId,
            String email,
            String name,
            @Nullable String phone,
            String language,
            @Nullable LocalDate birthDate,
            @Nullable String gender,
            @Nullable String occupation,
            @Nullable String region,
            @Nullable UUID joinSiteId,
            @Nullable Instant joinedAt) {
        MemberView view(List<PostalAddress> addresses, Map<String, Boolean> consents) {
            return new MemberView(
                    accountId,
                    email,
                    name,
                    phone,
                    language,
                    birthDate,
                    gender,
                    occupation,
                    region,
                    joinSiteId,
                    joinedAt,
                    addresses,
                    consents);
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
        change.check(
                violations, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
        violations.raise(MembershipError.INVALID_MEMBER);
        database.sql()
                .createUpdate("""
                        update person set name = :name, phone = :phone, language = :language, birth_date = :birthDate,
                            gender = :gender, occupation = :occupation, region = :region
                        where account_id = :account
                        """)
                .bind("name", change.name().strip())
                .bind("phone", PersonRules.orNothing(change.phone()))
                .bind("language", change.language())
                .bind("birthDate", change.birthDate())
                .bind("gender", change.gender())
                .bind("occupation", PersonRules.orNothing(change.occupation()))
                .bind("region", PersonRules.orNothing(change.region()))
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
     * Changes the password; every other session of the account ends.
     *
     * @throws DomainException {@link MembershipError#WRONG_PASSWORD}, {@link MembershipError#INVALID_MEMBER}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changePassword(Caller caller, String current, String wanted) {
        UUID account = account(caller);
        requirePassword(caller, account, current);
        Violations violations = new Violations();
        PasswordRules.check(violations, "password", wanted, "");
        violations.raise(MembershipError.INVALID_MEMBER);
        String token = caller.token() == null ? "" : caller.token();
        book.changePassword(caller.asWorker(), account, passwords.hash(wanted), Tokens.hash(token));
    }

    /** All that is kept about the caller, of every domain, as JSON. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String export(Caller caller) {
        return book.export(caller.asWorker(), account(caller));
    }

    /**
     * Erases the person for good; orders and books stay without a name.
     *
     * @throws DomainException {@link MembershipError#WRONG_PASSWORD}; {@link MembershipError#STILL_STAFF} for whoever
     *     works for the mall or a seller
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void erase(Caller caller, String password) {
        UUID account = account(caller);
        requirePassword(caller, account, password);
        if (staff.of(caller.asWorker(), account).isPresent()) {
            throw new DomainException(MembershipError.STILL_STAFF);
        }
        book.erase(caller.asWorker(), account);
    }

    private void requirePassword(Caller caller, UUID account, String password) {
        int tries = throttle.count(caller.asWorker(), "password:" + account, Duration.ofMinutes(1));
        if (tries > settings.signInsPerMinute()) {
            throw new DomainException(
                    MembershipError.TOO_MANY_TRIES, List.of(new FieldError("wait", "seconds", List.of("60"))));
        }
        String hash = book.passwordHash(caller.asWorker(), account).orElse(null);
        if (!passwords.fits(password, hash)) {
            throw new DomainException(MembershipError.WRONG_PASSWORD, "password", "wrong");
        }
    }

    private static UUID account(Caller caller) {
        return caller.signedIn().orElseThrow(() -> new DomainException(MembershipError.SIGN_IN_NEEDED));
    }
}
