package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.membership.JoinMember;
import dev.rialto.membership.Members;
import dev.rialto.membership.Sessions;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.StaffView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Taking somebody on: by a link in a mail that works once and for a week. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Invitations {
    private InvitationBook book;
    private Members members;
    private Sessions sessions;

    @Inject
    public Invitations(InvitationBook book, Members members, Sessions sessions) {
        this.book = book;
        this.members = members;
        this.sessions = sessions;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Invitations() {}

    /**
     * Invites somebody to where the caller works.
     *
     * @param role owner or staff at a seller, operator or viewer in the mall
     * @param language of the letter
     * @throws DomainException {@link StaffError#INVALID_INVITATION}, {@link StaffError#ALREADY_STAFF}
     */
    public UUID invite(Caller caller, String email, String role, String language) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        String address = Sessions.addressOf(email);
        Violations violations = new Violations();
        violations.check(!email.isBlank(), "email", "required");
        violations.check(email.isBlank() || !address.isEmpty(), "email", "not_email");
        violations.check(rolesAt(caller).contains(role), "role", "required");
        violations.raise(StaffError.INVALID_INVITATION);
        return book.invite(caller.asWorker(), new InvitationBook.Draft(place(caller), address, role, language));
    }

    /** Those who were asked and have not answered yet. */
    public List<Invitation> open(Caller caller) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        return book.open(caller.asWorker(), place(caller));
    }

    /**
     * Takes an invitation back; its link ends.
     *
     * @throws DomainException {@link StaffError#INVITATION_OVER}
     */
    public void withdraw(Caller caller, UUID invitation) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        if (!book.withdraw(caller.asWorker(), place(caller), invitation)) {
            throw StaffError.INVITATION_OVER.now();
        }
    }

    /**
     * What stands behind a link.
     *
     * @throws DomainException {@link StaffError#INVITATION_OVER}
     */
    public InvitationView view(Caller caller, String token) {
        InvitationBook.Open found = find(caller, token);
        return new InvitationView(found.email(), found.place(), found.role(), found.accountId() != null);
    }

    /**
     * Takes the role: with the account that the address has, by its password, or with a new one.
     *
     * @throws DomainException {@link StaffError#INVITATION_OVER}; what sign-in or joining refuse
     */
    public void accept(Caller caller, AcceptInvitation yes) {
        InvitationBook.Open found = find(caller, yes.token());
        UUID account = found.accountId() == null ? join(caller, found, yes) : known(caller, found, yes);
        if (!book.accept(caller.asWorker(), found, account)) {
            throw StaffError.INVITATION_OVER.now();
        }
    }

    private UUID known(Caller caller, InvitationBook.Open found, AcceptInvitation yes) {
        return sessions.prove(caller, found.email(), yes.password(), yes.address());
    }

    private UUID join(Caller caller, InvitationBook.Open found, AcceptInvitation yes) {
        return members.join(
                caller,
                new JoinMember(
                        book.mallSite(caller.asWorker()),
                        found.email(),
                        yes.password(),
                        yes.name() == null ? "" : yes.name(),
                        null,
                        yes.language(),
                        Set.of("terms"),
                        yes.address()));
    }

    private InvitationBook.Open find(Caller caller, String token) {
        return book.find(caller.asWorker(), token).orElseThrow(StaffError.INVITATION_OVER::now);
    }

    private static List<String> rolesAt(Caller caller) {
        Enum<?>[] roles =
                caller.role() == Caller.Role.TENANT ? StaffView.SellerRole.values() : StaffView.MallRole.values();
        return Arrays.stream(roles)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static @Nullable UUID place(Caller caller) {
        return caller.role() == Caller.Role.TENANT ? caller.requireTenant() : null;
    }
}
