package dev.rialto.returns;

import org.jspecify.annotations.Nullable;

/**
 * Which returns are asked for.
 *
 * @param state only this state; null for all
 * @param wish only this wish; null for both
 * @param text start of an order's number, or a part of the buyer's name; null for all
 * @param cursor from the page before; null for the first
 * @param limit rows a page, 1 to 200
 */
public record ReturnFilter(
        @Nullable ReturnState state,
        @Nullable ReturnWish wish,
        @Nullable String text,
        @Nullable String cursor,
        int limit) {

    public static ReturnFilter newest(int limit) {
        return new ReturnFilter(null, null, null, null, limit);
    }
}
