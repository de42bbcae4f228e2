package dev.rialto.rest.v1.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review or a question about goods.
 *
 * @param author a shortened name
 * @param stars 1 to 5; 0 for a question
 * @param answer the seller's
 * @param version for changes by the author
 */
public record Remark(
        String id,
        String author,
        int stars,
        String title,
        String words,
        Instant writtenAt,
        @Nullable String answer,
        long version) {}
