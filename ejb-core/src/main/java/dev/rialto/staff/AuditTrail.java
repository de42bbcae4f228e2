package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.membership.MemberRoll;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what, when and why, for those who may know: operators all of it, a seller its own (D35). */
@Stateless
@Boundary
public class AuditTrail {
    private AuditRows rows;
    private Database database;
    private MemberRoll roll;

    @Inject
    public AuditTrail(AuditRows rows, Database database, MemberRoll roll) {
        this.rows = rows;
        this.database = database;
        this.roll = roll;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected AuditTrail() {}

    /**
     * Latest first.
     *
     * @throws DomainException {@link dev.rialto.seller.SellerError#NOT_PERMITTED}
     */
    public Page<AuditEntry> list(Caller caller, AuditFilter filter) {
        Permissions.require(caller, Permissions.AUDIT_VIEW);
        UUID seller = caller.role() == Caller.Role.TENANT ? caller.requireTenant() : null;
        List<AuditEntry> found = rows.list(caller.asWorker(), filter, seller);
        boolean more = found.size() > filter.limit();
        List<AuditEntry> page = more ? found.subList(0, filter.limit()) : found;
        return new Page<>(page, more ? page.get(page.size() - 1).id().toString() : null);
    }

    /**
     * The last change of one thing.
     *
     * @param name who made it; null for the mall's own work and for those erased since
     */
    public record LastChange(
            @Nullable UUID accountId, @Nullable String name, Instant at, String action) {}

    /** A row of {@link #lastChange}. */
    record Row(@Nullable UUID accountId, Instant at, String action) {}

    /** Who changed something last, as far as the caller may see it. */
    public Optional<LastChange> lastChange(Caller caller, String kind, UUID subject) {
        return database.sql()
                .createQuery("""
                    select account_id, at, action from audit
                    where subject_kind = :kind and subject_id = :subject order by at desc, id desc limit 1
                    """)
                .bind("kind", kind)
                .bind("subject", subject.toString())
                .mapTo(Row.class)
                .findOne()
                .map(row -> new LastChange(row.accountId(), name(caller, row.accountId()), row.at(), row.action()));
    }

    private @Nullable String name(Caller caller, @Nullable UUID account) {
        return account == null ? null : roll.names(caller, List.of(account)).get(account);
    }
}
