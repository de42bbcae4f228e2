package dev.rialto.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the audit; null stands for anything.
 *
 * @param who part of a name or of a mail address
 * @param action how the action begins: {@code goods.}
 * @param subject kind or id of what was changed
 * @param from not before
 * @param until before
 * @param after cursor of the page before
 * @param limit rows a page, 5,000 at most
 */
public record AuditFilter(
        @Nullable String who,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String after,
        int limit) {
    private static final int MOST = 5000;

    public AuditFilter {
        limit = Math.max(1, Math.min(MOST, limit));
    }

    /** Everything, latest first. */
    public static AuditFilter all(int limit) {
        return new AuditFilter(null, null, null, null, null, null, limit);
    }
}
