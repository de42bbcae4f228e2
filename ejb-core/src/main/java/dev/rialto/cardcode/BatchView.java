package dev.rialto.cardcode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it is listed.
 *
 * @param made codes so far
 * @param runId the job that makes them
 */
public record BatchView(
        UUID id,
        UUID channelId,
        String channel,
        UUID productId,
        String sku,
        String origin,
        BatchState state,
        int quantity,
        int made,
        String note,
        @Nullable UUID runId,
        LocalDate expiresOn,
        @Nullable UUID askedBy,
        Instant askedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant exportedAt,
        @Nullable Instant confirmedAt) {

    /** Of a hundred. */
    public int percent() {
        return (int) (made * 100L / quantity);
    }

    /** Can its codes still be read? */
    public boolean isReadable() {
        return origin.equals("made") && (state == BatchState.MADE || state == BatchState.EXPORTED);
    }
}
