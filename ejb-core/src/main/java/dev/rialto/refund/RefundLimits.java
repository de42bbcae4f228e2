package dev.rialto.refund;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Up to how much one person gives back alone: what operators keep, else the setting {@code rialto.refund.alone}. */
@Stateless
@Boundary
public class RefundLimits {
    private static final UUID TERMS = new UUID(0, 2);

    private Database database;
    private RefundSettings settings;
    private Audit audit;

    @Inject
    public RefundLimits(Database database, RefundSettings settings, Audit audit) {
        this.database = database;
        this.settings = settings;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RefundLimits() {}

    private record Row(@Nullable String alone, long version) {}

    /** The terms as they count now; for operators and workers. */
    public RefundTerms terms(Caller caller) {
        Row row = database.sql()
                .createQuery("select alone, version from refund_terms")
                .mapTo(Row.class)
                .one();
        return new RefundTerms(settings.or(row.alone()).alone(), row.version());
    }

    /**
     * Changes the terms for what is asked from now on.
     *
     * @param caller an operator with {@code payment.refund}
     * @throws DomainException {@link RefundError#REFUND_INVALID}, {@link RefundError#REFUND_CHANGED}
     */
    public void change(Caller caller, RefundTerms terms) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        Violations violations = new Violations();
        terms.alone()
                .values()
                .forEach(limit -> violations.check(
                        limit.minor() >= 0 && limit.minor() < 1_000_000_000_000L,
                        "limit." + limit.currency(),
                        "out_of_range"));
        violations.raise(RefundError.REFUND_INVALID);
        String before = new RefundSettings(terms(caller).alone()).text();
        String after = new RefundSettings(terms.alone()).text();
        int changed = database.sql()
                .createUpdate("update refund_terms set alone = :alone, version = version + 1 where version = :version")
                .bind("alone", after)
                .bind("version", terms.version())
                .execute();
        if (changed == 0) {
            throw RefundError.REFUND_CHANGED.because("version", "stale");
        }
        audit.record(
                caller,
                Audit.Deed.of("refund.limits", "refund_terms", TERMS).changing(Json.write(before), Json.write(after)));
    }
}
