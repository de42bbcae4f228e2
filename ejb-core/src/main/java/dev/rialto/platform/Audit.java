package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes who did what, when and why, in the transaction of the deed; nobody changes it afterwards. */
@ApplicationScoped
public class Audit {
    private final Database database;
    private final Clock clock;

    @Inject
    public Audit(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Audit() {
        this(null, null);
    }

    /**
     * One deed.
     *
     * @param action verb and thing: {@code seller.approve}
     * @param subjectKind table or type of what was changed
     * @param before state before as JSON, when it helps to tell the change
     * @param after state after as JSON
     * @param reason what the person gave as the reason
     */
    public record Deed(
            String action,
            String subjectKind,
            UUID subjectId,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason) {

        public static Deed of(String action, String subjectKind, UUID subjectId) {
            return new Deed(action, subjectKind, subjectId, null, null, null);
        }

        public Deed because(@Nullable String why) {
            return new Deed(action, subjectKind, subjectId, before, after, why);
        }

        public Deed changing(@Nullable String from, @Nullable String to) {
            return new Deed(action, subjectKind, subjectId, from, to, reason);
        }
    }

    public void record(Caller caller, Deed deed) {
        recordAll(caller, List.of(deed));
    }

    /** Several deeds of one transaction at once. */
    public void recordAll(Caller caller, List<Deed> deeds) {
        PreparedBatch batch = database.sql().prepareBatch("""
                        insert into audit (id, at, tenant_id, account_id, role, action, subject_kind, subject_id,
                                           before, after, reason, trace_id)
                        values (:id, :at, :tenant, :account, :role, :action, :subjectKind, :subjectId,
                                :before::jsonb, :after::jsonb, :reason, :trace)
                        """);
        deeds.forEach(deed -> bind(batch, caller, deed).add());
        if (!deeds.isEmpty()) {
            batch.execute();
        }
    }

    private PreparedBatch bind(PreparedBatch batch, Caller caller, Deed deed) {
        return batch.bind("id", Ids.next())
                .bind("at", clock.instant())
                .bind("tenant", caller.tenant())
                .bind("account", caller.account())
                .bind("role", caller.role().name())
                .bind("trace", caller.traceId())
                .bind("subjectId", deed.subjectId().toString())
                .bind("action", deed.action())
                .bind("subjectKind", deed.subjectKind())
                .bind("before", deed.before())
                .bind("after", deed.after())
                .bind("reason", deed.reason());
    }
}
