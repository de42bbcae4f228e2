package dev.rialto.wish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's wish to be told.
 *
 * @param toldAt when the mail was written; null while it is waited for
 */
public record StockNoticeView(
        UUID id,
        String slug,
        String title,
        String variantTitle,
        Instant askedAt,
        @Nullable Instant toldAt) {}
