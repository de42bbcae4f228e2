package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.StaffDirectory;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Everything about one person: handed out, and erased; for the person himself and, with a reason, for the back office. */
@Stateless
@Boundary
public class PersonalRecords {
    /** How fresh a sign-in must be to stand for a password. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private PersonalFile file;
    private Members members;
    private StaffDirectory staff;
    private Audit audit;
    private Sessions sessions;
    private Clock clock;

    @Inject
    public PersonalRecords(
            PersonalFile file, Members members, StaffDirectory staff, Audit audit, Sessions sessions, Clock clock) {
        this.file = file;
        this.members = members;
        this.staff = staff;
        this.audit = audit;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected PersonalRecords() {}

    /** All that is kept about the caller, of every domain, as JSON: sections by name, each a list of records. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String export(Caller caller) {
        return file.export(caller.asWorker(), account(caller));
    }

    /**
     * Erases the caller for good; orders and books stay without a name.
     *
     * @throws DomainException {@link MembershipError#WRONG_PASSWORD}; {@link MembershipError#STILL_STAFF} for whoever
     *     works for the mall or a seller; {@link MembershipError#ORDERS_OPEN} while orders are not finished
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void erase(Caller caller, String password) {
        UUID account = account(caller);
        members.requirePassword(caller, password);
        refuseStaff(caller, account);
        file.erase(caller.asWorker(), account);
    }

    /**
     * Erases the caller for good on the word of a program, which never sees a password: the session that asks must have
     * begun by a sign-in of the last ten minutes.
     *
     * @param caller who names account and session token
     * @throws DomainException {@link MembershipError#SIGN_IN_AGAIN}; {@link MembershipError#STILL_STAFF} and
     *     {@link MembershipError#ORDERS_OPEN} as {@link #erase}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void eraseSignedIn(Caller caller) {
        UUID account = account(caller);
        Instant since = clock.instant().minus(FRESH);
        boolean isFresh = sessions.list(caller).stream()
                .anyMatch(session -> session.current() && session.createdAt().isAfter(since));
        if (!isFresh) {
            throw MembershipError.SIGN_IN_AGAIN.now();
        }
        refuseStaff(caller, account);
        file.erase(caller.asWorker(), account);
    }

    /**
     * All that is kept about a member, for one who asked the mall in writing; kept in the audit.
     *
     * @throws DomainException the permission {@code member.edit} is missing; {@link MembershipError#MEMBER_NOT_FOUND}
     */
    public String exportOf(Caller caller, UUID account) {
        Permissions.require(caller, Permissions.MEMBER_EDIT);
        String json = file.export(caller.asWorker(), account);
        audit.record(caller, Audit.Deed.of("member.export", "account", account));
        return json;
    }

    /**
     * Erases a member who asked the mall in writing; kept in the audit with the reason.
     *
     * @throws DomainException as {@link #erase}, or the permission {@code member.edit} or the reason is missing
     */
    public void eraseOf(Caller caller, UUID account, String reason) {
        Permissions.require(caller, Permissions.MEMBER_EDIT);
        new dev.rialto.kernel.Violations().text("reason", reason, 500).raise(MembershipError.INVALID_MEMBER);
        refuseStaff(caller, account);
        file.erase(caller.asWorker(), account);
        audit.record(caller, Audit.Deed.of("member.erase", "account", account).because(reason));
    }

    private void refuseStaff(Caller caller, UUID account) {
        if (staff.of(caller.asWorker(), account).isPresent()) {
            throw MembershipError.STILL_STAFF.now();
        }
    }

    private static UUID account(Caller caller) {
        return caller.signedIn().orElseThrow(MembershipError.SIGN_IN_NEEDED::now);
    }
}
