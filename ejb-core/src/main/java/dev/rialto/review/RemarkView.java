package dev.rialto.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review or a question.
 *
 * @param goodsTitle in the goods' own language
 * @param author the shortened name
 * @param stars 1 to 5; null for a question
 * @param answer the seller's
 * @param reports how often it was reported
 */
public record RemarkView(
        UUID id,
        RemarkKind kind,
        UUID goodsId,
        String goodsTitle,
        String slug,
        UUID seller,
        String author,
        @Nullable Integer stars,
        String title,
        String words,
        RemarkState state,
        Instant writtenAt,
        @Nullable Instant editedAt,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String moderationReason,
        int reports,
        long version) {}
