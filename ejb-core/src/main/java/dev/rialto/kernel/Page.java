package dev.rialto.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * The page of so many rows among those found, of which one more was asked for to know whether there is a next page.
     *
     * @param cursor where the page ends, from its last row
     */
    public static <R, T> Page<T> of(List<R> found, int limit, Function<R, T> view, Function<R, String> cursor) {
        boolean more = found.size() > limit;
        List<R> shown = more ? found.subList(0, limit) : found;
        return new Page<>(shown.stream().map(view).toList(), more ? cursor.apply(shown.get(shown.size() - 1)) : null);
    }

    public Optional<String> cursor() {
        return Optional.ofNullable(next);
    }
}
