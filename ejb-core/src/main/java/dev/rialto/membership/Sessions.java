package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Throttle;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.StaffDirectory;
import dev.rialto.seller.StaffView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Signing in and out, and what stands behind a browser's cookie (D3, D22 to D24). */
@Stateless
@Boundary
public class Sessions {
    private SessionBook book;
    private SignInFailures failures;
    private StaffDirectory staff;
    private Passwords passwords;
    private Throttle throttle;
    private MembershipSettings settings;
    private Clock clock;

    @Inject
    public Sessions(
            SessionBook book,
            SignInFailures failures,
            StaffDirectory staff,
            Passwords passwords,
            Throttle throttle,
            MembershipSettings settings,
            Clock clock) {
        this.book = book;
        this.failures = failures;
        this.staff = staff;
        this.passwords = passwords;
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Sessions() {}

    /** A token for a visitor who has something to keep and is nobody yet. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String startGuest(Caller caller, UUID site) {
        return book.startGuest(caller.asWorker(), site);
    }

    /**
     * What stands behind a token, in one statement for shoppers; empty when there is nothing, or when staff were idle
     * for too long or are staff no more.
     *
     * @param caller a worker
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<SessionView> resolve(Caller caller, String token) {
        Optional<SessionView> found = book.find(caller, token);
        if (found.isEmpty() || found.get().kind() == SessionView.Kind.SHOPPER) {
            return found;
        }
        return ofStaff(caller, found.get());
    }

    /**
     * The same as {@link #resolve} without counting as a sign of life: pages that ask by themselves keep nobody signed in.
     *
     * @param caller a worker
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<SessionView> look(Caller caller, String token) {
        return book.look(caller, token).flatMap(session -> ofStaff(caller, session));
    }

    private Optional<SessionView> ofStaff(Caller caller, SessionView session) {
        UUID account = session.accountId();
        return session.kind() == SessionView.Kind.SHOPPER || account == null
                ? Optional.empty()
                : staff.of(caller, account)
                        .flatMap(who -> who.cameBy(session.entry().signOnId()))
                        .map(session::of)
                        .filter(Sessions::actsWithRight);
    }

    private static boolean actsWithRight(SessionView session) {
        UUID tenant = session.actingTenantId();
        StaffView who = session.staff();
        return tenant == null || (who != null && who.mayActFor(tenant));
    }

    /**
     * Signs in under a new token; a guest's cart comes along. The password is compared outside any transaction.
     *
     * @throws DomainException {@link MembershipError#SIGN_IN_REFUSED} for an unknown address, a wrong password, and on
     *     the console for whoever is no staff (D23); {@link MembershipError#TOO_MANY_TRIES} with the seconds to wait
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SignedIn signIn(Caller caller, SignIn signIn) {
        Caller worker = caller.asWorker();
        String failureKey = failureKey(signIn);
        SessionBook.Account who = proven(worker, signIn, failureKey);
        return new SignedIn(book.start(worker, signIn, who.id(), failureKey), who.id(), who.name());
    }

    /**
     * Compares a password without signing in, under the same limits.
     *
     * @return the account
     * @throws DomainException as {@link #signIn}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID prove(Caller caller, String email, String password, String address) {
        SignIn proof = new SignIn(email, password, SessionView.Kind.SHOPPER, null, null, address, "");
        return proven(caller.asWorker(), proof, failureKey(proof)).id();
    }

    /** A mail address in the one form in which it is kept; empty when it is none. */
    public static String addressOf(String typed) {
        return EmailAddress.parse(typed).map(EmailAddress::text).orElse("");
    }

    private static String failureKey(SignIn signIn) {
        return Tokens.hash(addressOf(signIn.email()) + " " + Place.of(signIn.address()));
    }

    private SessionBook.Account proven(Caller worker, SignIn signIn, String failureKey) {
        limit(worker, Place.of(signIn.address()));
        String email = addressOf(signIn.email());
        waitFor(worker, failureKey);
        Optional<SessionBook.Account> account = book.account(worker, email);
        boolean fits = passwords.fits(
                signIn.password(),
                account.map(SessionBook.Account::passwordHash).orElse(null));
        if (!fits || !mayEnter(worker, signIn, account.orElseThrow().id())) {
            failures.note(worker, failureKey);
            throw MembershipError.SIGN_IN_REFUSED.now();
        }
        return account.orElseThrow();
    }

    private boolean mayEnter(Caller worker, SignIn signIn, UUID account) {
        return signIn.kind() == SessionView.Kind.SHOPPER
                || staff.of(worker, account).flatMap(who -> who.cameBy(null)).isPresent();
    }

    /**
     * Starts a session of staff for whom another house vouched.
     *
     * @param caller a worker
     * @param signOn that house's entry
     * @return the token for the cookie
     */
    public String enter(Caller caller, SignIn signIn, UUID account, UUID signOn) {
        String token = book.start(caller, signIn, account, "");
        book.vouchedFor(caller, token, signOn);
        return token;
    }

    /**
     * Starts a session of a shopper who has proved himself at the mall already; the cart of the current token comes along.
     *
     * @param caller a worker
     * @return the token of the session
     */
    public String admit(Caller caller, SignIn signIn, UUID account) {
        return book.start(caller, signIn, account, "");
    }

    /**
     * Notes that the second factor was given in a session.
     *
     * @param caller a worker
     */
    public void factorGiven(Caller caller, String token) {
        book.factorGiven(caller, token);
    }

    private void limit(Caller worker, String place) {
        Duration window = Duration.ofMinutes(1);
        if (throttle.count(worker, "sign-in:" + place, window) > settings.signInsPerMinute()) {
            throw tooMany(window);
        }
    }

    private void waitFor(Caller worker, String failureKey) {
        Duration left = failures.delay(worker, failureKey).leftAt(clock.instant());
        if (!left.isZero()) {
            throw tooMany(left);
        }
    }

    private static DomainException tooMany(Duration wait) {
        String seconds = String.valueOf(Math.max(1, wait.toSeconds()));
        return MembershipError.TOO_MANY_TRIES.because(List.of(new FieldError("wait", "seconds", List.of(seconds))));
    }

    /** Ends the session of a token for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void signOut(Caller caller, String token) {
        book.end(caller.asWorker(), token);
    }

    /** Keeps the language and currency chosen. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void remember(Caller caller, String token, String language, String currency) {
        book.remember(caller.asWorker(), token, language, currency);
    }

    /**
     * Where the caller's account is signed in, latest first.
     *
     * @param caller who names account and token
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<OpenSession> list(Caller caller) {
        return book.open(caller.asWorker(), account(caller), caller.token() == null ? "" : caller.token());
    }

    /**
     * Ends one of the sessions of the caller's account.
     *
     * @throws DomainException {@link MembershipError#MEMBER_NOT_FOUND} for one that is somebody else's
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void kill(Caller caller, String session) {
        if (!book.endOne(caller.asWorker(), account(caller), session)) {
            throw MembershipError.MEMBER_NOT_FOUND.now();
        }
    }

    private static UUID account(Caller caller) {
        return caller.signedIn().orElseThrow(MembershipError.SIGN_IN_NEEDED::now);
    }

    /**
     * Removes sessions that can be used no more and failures that are forgotten; recurring work.
     *
     * @param caller a worker
     * @param limit rows of each at most
     * @return how many rows went
     */
    public int sweep(Caller caller, int limit) {
        return book.sweep(caller, limit) + failures.sweep(caller, limit) + throttle.sweep(caller, limit);
    }

    /** The address in the grain in which tries are counted: one of IPv4, a /64 of IPv6. */
    private static final class Place {
        private Place() {}

        static String of(String address) {
            String lower = address.toLowerCase(Locale.ROOT);
            if (!lower.contains(":") || lower.contains(".")) {
                return lower;
            }
            String[] groups = lower.split(":", -1);
            return String.join(":", List.of(groups).subList(0, Math.min(4, groups.length)));
        }
    }
}
