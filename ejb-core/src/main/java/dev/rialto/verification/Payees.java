package dev.rialto.verification;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where sellers want their money, as far as the mall has accepted it. For workers. */
@Stateless
@Boundary
public class Payees {
    private Database database;
    private VerificationRows rows;
    private Clock clock;

    @Inject
    public Payees(Database database, VerificationRows rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Payees() {}

    /**
     * A seller who is to be paid.
     *
     * @param state of its papers
     * @param accepted true when money may be sent: the papers are accepted and still hold; while they are renewed nobody has
     *     accepted the account in them
     * @param details as accepted; blank ones where nothing was accepted
     */
    public record Payee(UUID tenantId, VerificationState state, boolean accepted, VerificationDetails details) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(
            UUID tenantId,
            String state,
            byte @Nullable [] sealed,
            @Nullable LocalDate validUntil) {}

    /** These sellers, by id; one statement. */
    public Map<UUID, Payee> of(Caller caller, List<UUID> sellers) {
        return database.sql().createQuery("""
                        select s.id as tenant_id, coalesce(v.state, 'draft') as state, v.sealed, v.valid_until
                        from seller s left join verification v on v.tenant_id = s.id where s.id = any(:sellers)
                        """).bind("sellers", sellers.toArray(UUID[]::new)).mapTo(Row.class).stream()
                .map(this::payee)
                .collect(Collectors.toMap(Payee::tenantId, Function.identity()));
    }

    private Payee payee(Row row) {
        VerificationState state = VerificationState.valueOf(row.state().toUpperCase(Locale.ROOT));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean holds = row.validUntil() != null && !row.validUntil().isBefore(today);
        byte[] sealed = row.sealed();
        boolean accepted = state == VerificationState.APPROVED && holds && sealed != null;
        VerificationDetails details = accepted && sealed != null ? rows.details(sealed) : VerificationDetails.blank();
        return new Payee(row.tenantId(), state, accepted, details);
    }
}
