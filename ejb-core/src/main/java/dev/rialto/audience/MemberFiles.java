package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** One member as the back office sees him (D73); a seller only those who joined at his storefronts. */
@Stateless
@Boundary
public class MemberFiles {
    private MemberFileRows rows;

    @Inject
    public MemberFiles(MemberFileRows rows) {
        this.rows = rows;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected MemberFiles() {}

    /**
     * The member with orders, figures and suggestions.
     *
     * @param language in which goods are named
     * @throws DomainException {@link AudienceError#MEMBER_NOT_FOUND}; the permission {@code member.view} is missing
     */
    public MemberFile of(Caller caller, UUID account, String language) {
        Permissions.require(caller, Permissions.MEMBER_VIEW);
        return rows.of(caller.asWorker(), account, Audience.scope(caller), language);
    }
}
