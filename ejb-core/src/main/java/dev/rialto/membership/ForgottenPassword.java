package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Throttle;
import dev.rialto.platform.Tokens;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The ways into an account whose password nobody remembers: a link to a new password, and a code to sign in with. Both go
 * to the account's own address; what is answered is the same whether there is such an account or not.
 */
@Stateless
@Boundary
public class ForgottenPassword {
    /** Mails to one address within an hour; more wishes are answered alike and send nothing. */
    private static final int MAILS_PER_HOUR = 3;

    private AccountMail mail;
    private OneTimeCodes codes;
    private MemberBook book;
    private SessionBook sessions;
    private Passwords passwords;
    private Throttle throttle;
    private MembershipSettings settings;

    @Inject
    public ForgottenPassword(
            AccountMail mail,
            OneTimeCodes codes,
            MemberBook book,
            SessionBook sessions,
            Passwords passwords,
            Throttle throttle,
            MembershipSettings settings) {
        this.mail = mail;
        this.codes = codes;
        this.book = book;
        this.sessions = sessions;
        this.passwords = passwords;
        this.throttle = throttle;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ForgottenPassword() {}

    /**
     * Who asks, and where.
     *
     * @param address where the wish came from, for the limit of tries
     */
    public record Wish(String email, UUID siteId, String address) {}

    /**
     * Mails a link that opens the form for a new password once, within 30 minutes.
     *
     * @throws DomainException {@link MembershipError#INVALID_MEMBER} for what is no address,
     *     {@link MembershipError#TOO_MANY_TRIES}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void askForLink(Caller caller, Wish wish) {
        String email = checked(caller, wish);
        if (mayMail(caller, "password", email)) {
            mail.sendPasswordLink(caller.asWorker(), email, wish.siteId());
        }
    }

    /**
     * Mails a code of six digits that signs in once, within 10 minutes.
     *
     * @throws DomainException as {@link #askForLink}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void askForCode(Caller caller, Wish wish) {
        String email = checked(caller, wish);
        if (mayMail(caller, "code", email)) {
            mail.sendCode(caller.asWorker(), email, wish.siteId());
        }
    }

    private String checked(Caller caller, Wish wish) {
        String email = EmailAddress.parse(wish.email()).map(EmailAddress::text).orElse("");
        new Violations()
                .check(!wish.email().isBlank(), "email", "required")
                .check(wish.email().isBlank() || !email.isEmpty(), "email", "invalid")
                .raise(MembershipError.INVALID_MEMBER);
        limit(caller, wish.address());
        return email;
    }

    private void limit(Caller caller, String address) {
        if (throttle.count(caller.asWorker(), "forgotten:" + address, Duration.ofMinutes(1))
                > settings.signInsPerMinute()) {
            throw MembershipError.TOO_MANY_TRIES.because(List.of(new FieldError("wait", "seconds", List.of("60"))));
        }
    }

    private boolean mayMail(Caller caller, String what, String email) {
        String key = "forgotten-" + what + ":" + Tokens.hash(email);
        return throttle.count(caller.asWorker(), key, Duration.ofHours(1)) <= MAILS_PER_HOUR;
    }

    /** Does this link still open the form? */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isOpen(Caller caller, String link) {
        return codes.owner(caller.asWorker(), AccountMail.PASSWORD, link).isPresent();
    }

    /**
     * Sets the password that the link was asked for; the link is used up, every session ends and the member is told.
     *
     * @throws DomainException {@link MembershipError#INVALID_MEMBER} naming the password, which leaves the link as it is;
     *     {@link MembershipError#LINK_OVER}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void setPassword(Caller caller, String link, String wanted, UUID siteId) {
        Violations violations = new Violations();
        PasswordRules.check(violations, "password", wanted, "");
        violations.raise(MembershipError.INVALID_MEMBER);
        Caller worker = caller.asWorker();
        if (!isOpen(caller, link)) {
            throw over();
        }
        String hash = passwords.hash(wanted);
        UUID account = codes.use(worker, AccountMail.PASSWORD, link).orElseThrow(ForgottenPassword::over);
        book.changePassword(worker, account, hash, "");
        mail.tellOfNewPassword(worker, account, siteId);
    }

    private static DomainException over() {
        return MembershipError.LINK_OVER.now();
    }

    /**
     * Signs a shopper in with a mailed code in the place of the password.
     *
     * @param signIn with the code as its password
     * @throws DomainException {@link MembershipError#CODE_REFUSED} for a wrong, used or old code and for an unknown
     *     address; {@link MembershipError#TOO_MANY_TRIES}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SignedIn signIn(Caller caller, SignIn signIn) {
        Caller worker = caller.asWorker();
        limit(caller, signIn.address());
        String email =
                EmailAddress.parse(signIn.email()).map(EmailAddress::text).orElse("");
        SessionBook.Account account = sessions.account(worker, email)
                .filter(known -> codes.useOf(
                        worker,
                        known.id(),
                        AccountMail.SIGN_IN,
                        AccountMail.secretOf(known.id(), signIn.password().replace(" ", ""))))
                .orElseThrow(MembershipError.CODE_REFUSED::now);
        return new SignedIn(sessions.start(worker, signIn, account.id(), ""), account.id(), account.name());
    }
}
