package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.membership.MembershipError;
import dev.rialto.membership.SessionBook;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.StaffDirectory;
import dev.rialto.seller.StaffView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** For whom staff act in a session: the mall, or one seller. */
@Stateless
@Boundary
public class Acting {
    private SessionBook book;
    private StaffDirectory staff;
    private Audit audit;

    @Inject
    public Acting(SessionBook book, StaffDirectory staff, Audit audit) {
        this.book = book;
        this.staff = staff;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Acting() {}

    /**
     * Chooses for whom staff act from now on.
     *
     * @param caller a worker that names the account
     * @param tenant the seller; empty for the mall itself
     * @throws DomainException {@link MembershipError#MEMBER_NOT_FOUND} when the person may not act there
     */
    public void begin(Caller caller, String token, Optional<UUID> tenant) {
        StaffView who = caller.signedIn()
                .flatMap(account -> staff.of(caller, account))
                .orElseThrow(MembershipError.SIGN_IN_NEEDED::now);
        boolean allowed = tenant.map(who::mayActFor).orElse(who.mallRole() != null);
        if (!allowed) {
            throw MembershipError.MEMBER_NOT_FOUND.now();
        }
        book.actFor(caller, token, tenant.orElse(null));
        tenant.ifPresent(seller -> audit.record(caller, Audit.Deed.of("staff.act_for", "seller", seller)));
    }

    /**
     * An operator acts in a seller's name from now on; it is written down with the reason.
     *
     * @param caller an operator
     * @throws DomainException {@link MembershipError#MEMBER_NOT_FOUND} for whoever is none
     */
    public void onBehalf(Caller caller, String token, UUID seller, String reason) {
        if (caller.role() != Caller.Role.MALL || !caller.may(Permissions.SELLER_EDIT)) {
            throw MembershipError.MEMBER_NOT_FOUND.now();
        }
        if (reason.isBlank()) {
            throw MembershipError.INVALID_MEMBER.because("reason", "required");
        }
        book.actFor(caller.asWorker(), token, seller);
        // written down with the seller's own deeds, so that the seller sees it
        Caller about =
                new Caller(Caller.Role.MALL, seller, caller.account(), null, caller.permissions(), caller.traceId());
        audit.record(
                about, Audit.Deed.of("staff.act_on_behalf", "seller", seller).because(reason.strip()));
    }

    /**
     * The operator is back in the mall's own name.
     *
     * @param caller as whom the operator acted
     */
    public void end(Caller caller, String token) {
        book.actFor(caller.asWorker(), token, null);
        audit.record(caller, Audit.Deed.of("staff.act_on_behalf_end", "seller", caller.requireTenant()));
    }
}
