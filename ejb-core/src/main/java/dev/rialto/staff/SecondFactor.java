package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.membership.Sessions;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Throttle;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The second factor of staff: codes of a generator, and recovery codes for the day it is lost (D16). */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondFactor {
    private static final int TRIES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String HOUSE = "Rialto";

    private SecondFactorBook book;
    private Sessions sessions;
    private Throttle throttle;

    @Inject
    public SecondFactor(SecondFactorBook book, Sessions sessions, Throttle throttle) {
        this.book = book;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SecondFactor() {}

    /** What the caller's account has. */
    public FactorState state(Caller caller) {
        return book.state(caller.asWorker(), account(caller));
    }

    /**
     * Begins to set up a generator; the secret stays the same until it is confirmed.
     *
     * @throws DomainException {@link StaffError#FACTOR_EXISTS}
     */
    public Enrolment begin(Caller caller) {
        byte[] secret = book.pendingSecret(caller.asWorker(), account(caller));
        String address = Generator.address(HOUSE, book.nameOf(caller.asWorker(), account(caller)), secret);
        return new Enrolment(Generator.base32(secret), address, QrPicture.of(address));
    }

    /**
     * Takes the generator into use by its first code; the session counts as given the second factor.
     *
     * @param token of the session
     * @return the recovery codes, shown this once
     * @throws DomainException {@link StaffError#FACTOR_REFUSED}, {@link StaffError#TOO_MANY_CODES}
     */
    public List<String> confirm(Caller caller, String token, String code) {
        limit(caller);
        if (!book.confirm(caller.asWorker(), account(caller), digits(code))) {
            throw StaffError.FACTOR_REFUSED.because("code", "wrong_code");
        }
        sessions.factorGiven(caller.asWorker(), token);
        return book.freshCodes(caller.asWorker(), account(caller));
    }

    /**
     * Gives the second factor in a session, to come in or before money moves.
     *
     * @param code of the generator, or a recovery code; each counts once
     * @throws DomainException {@link StaffError#FACTOR_REFUSED}, {@link StaffError#TOO_MANY_CODES}
     */
    public void give(Caller caller, String token, String code) {
        limit(caller);
        String typed = RecoveryCodes.isOne(code) ? code : digits(code);
        if (!book.accept(caller.asWorker(), account(caller), typed)) {
            throw StaffError.FACTOR_REFUSED.because("code", "wrong_code");
        }
        sessions.factorGiven(caller.asWorker(), token);
    }

    /**
     * New recovery codes in place of the old ones.
     *
     * @param code of the generator
     */
    public List<String> renewCodes(Caller caller, String token, String code) {
        give(caller, token, code);
        return book.freshCodes(caller.asWorker(), account(caller));
    }

    /** Removes the caller's own second factor; it is asked for once more. */
    public void remove(Caller caller, String token, String code) {
        give(caller, token, code);
        book.remove(caller.asWorker(), account(caller));
    }

    /**
     * Removes the second factor of somebody who lost generator and codes; operators only.
     *
     * @throws DomainException {@link StaffError#FACTOR_MISSING}
     */
    public void removeOf(Caller caller, UUID account) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        if (caller.role() != Caller.Role.MALL || !book.remove(caller.asWorker(), account)) {
            throw StaffError.FACTOR_MISSING.now();
        }
    }

    private void limit(Caller caller) {
        if (throttle.count(caller.asWorker(), "factor:" + account(caller), WINDOW) > TRIES) {
            String wait = String.valueOf(WINDOW.toSeconds());
            throw StaffError.TOO_MANY_CODES.because(List.of(new FieldError("wait", "seconds", List.of(wait))));
        }
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }

    private static UUID account(Caller caller) {
        return caller.signedIn().orElseThrow(StaffError.FACTOR_MISSING::now);
    }
}
