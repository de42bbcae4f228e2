package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.membership.SignIn;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.MasterKey;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Coming in through the provider of one's own house: to it and back. Providers are asked outside any transaction. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignOnDoor {
    /** The page of the console to which providers send people back. */
    public static final String BACK = "/sign-on/return";

    private static final List<String> HIGHEST_FIRST = List.of("operator", "owner", "viewer", "staff");

    private SignOnBook book;
    private Provider provider;
    private Sessions sessions;
    private MasterKey key;
    private ConsoleSettings settings;

    @Inject
    public SignOnDoor(SignOnBook book, Provider provider, Sessions sessions, MasterKey key, ConsoleSettings settings) {
        this.book = book;
        this.provider = provider;
        this.sessions = sessions;
        this.key = key;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SignOnDoor() {}

    /**
     * The way to a provider.
     *
     * @param address where the browser goes
     * @param state what the browser keeps and brings back
     */
    public record Way(URI address, String state) {}

    /**
     * Somebody who came back.
     *
     * @param state as the provider returned it; the browser's own was compared already
     * @param address where the request came from
     * @param device what people call the browser
     */
    public record Return(String state, String code, String address, String device) {
        @Override
        public String toString() {
            return "Return";
        }
    }

    /** A success: the token for the cookie, and where to go. */
    public record Entered(String token, String wayOn) {
        @Override
        public String toString() {
            return "Entered[" + wayOn + "]";
        }
    }

    /**
     * Begins with the mail address a person types.
     *
     * @throws DomainException {@link StaffError#SIGN_ON_UNKNOWN}, {@link StaffError#SIGN_ON_UNREACHABLE}
     */
    public Way begin(Caller caller, String email, String wayOn) {
        String address = Sessions.addressOf(email);
        String domain = address.substring(address.lastIndexOf('@') + 1);
        SignOnBook.Row row = Optional.of(domain)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> book.byDomain(caller.asWorker(), name))
                .orElseThrow(() -> StaffError.SIGN_ON_UNKNOWN.because("email", "no_sign_on"));
        SignOnQuestion question = SignOnQuestion.fresh();
        URI way = provider.question(client(row), question);
        byte[] verifier = key.seal(question.verifier().getBytes(StandardCharsets.UTF_8));
        book.leave(
                caller.asWorker(),
                question.state(),
                new SignOnBook.Attempt(row.id(), verifier, question.nonce(), wayOn));
        return new Way(way, question.state());
    }

    /**
     * Ends with what the provider signed: account, role and session.
     *
     * @throws DomainException {@link StaffError#SIGN_ON_REFUSED}, {@link StaffError#SIGN_ON_NO_ROLE},
     *     {@link StaffError#SIGN_ON_UNREACHABLE}
     */
    public Entered finish(Caller caller, Return back) {
        Caller worker = caller.asWorker();
        SignOnBook.Attempt attempt = book.comeBack(worker, back.state()).orElseThrow(StaffError.SIGN_ON_REFUSED::now);
        SignOnBook.Row row = book.byId(worker, attempt.signOnId()).orElseThrow(StaffError.SIGN_ON_UNKNOWN::now);
        SignOnQuestion question = new SignOnQuestion(
                back.state(), attempt.nonce(), new String(key.open(attempt.sealedVerifier()), StandardCharsets.UTF_8));
        SignOnIdentity who = provider.answer(client(row), question, back.code(), row.groupClaim());
        Optional<String> role = role(who, SignOns.roles(row));
        if (role.isEmpty()) {
            book.dismiss(worker, row, who);
            throw StaffError.SIGN_ON_NO_ROLE.now();
        }
        UUID account = book.settle(worker, row, who, role.get());
        SignIn signIn = new SignIn("", "", SessionView.Kind.STAFF, null, null, back.address(), back.device());
        return new Entered(sessions.enter(worker, signIn, account, row.id()), attempt.wayOn());
    }

    /** Of several roles the highest. */
    private static Optional<String> role(SignOnIdentity who, Map<String, String> roles) {
        List<String> given =
                who.groups().stream().filter(roles::containsKey).map(roles::get).toList();
        return HIGHEST_FIRST.stream().filter(given::contains).findFirst();
    }

    private Provider.Client client(SignOnBook.Row row) {
        return new Provider.Client(
                row.issuer(),
                row.clientId(),
                new String(key.open(row.sealedClientSecret()), StandardCharsets.UTF_8),
                URI.create(settings.address() + BACK));
    }
}
