package dev.rialto.kernel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, read by keyset.
 *
 * @param items the rows
 * @param next opaque cursor of the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    public Optional<String> cursor() {
        return Optional.ofNullable(next);
    }
}
