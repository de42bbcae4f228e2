package dev.rialto.staff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done.
 *
 * @param name who did it; null for the mall's own work and for those erased since
 * @param tenantId for whom it was done; null for the mall
 * @param sellerName the name of that seller
 * @param onBehalf true when somebody of the mall acted in the seller's name
 * @param before state before as JSON, when it was kept
 * @param after state after as JSON
 * @param traceId of the request, as in the log
 */
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable UUID accountId,
        @Nullable String name,
        @Nullable UUID tenantId,
        @Nullable String sellerName,
        boolean onBehalf,
        String role,
        String action,
        String subjectKind,
        String subjectId,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason,
        String traceId) {}
