package dev.rialto.terms;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of the terms.
 *
 * @param texts by language
 * @param accepted how many sellers accepted it, as far as the reader may see them
 * @param acceptedAt when the reading seller did; null otherwise
 */
public record TermsVersion(
        int number,
        Map<String, String> texts,
        Instant publishedAt,
        long accepted,
        @Nullable Instant acceptedAt) {
    public TermsVersion {
        texts = Map.copyOf(texts);
    }
}
