package dev.rialto.rest.v1.buying;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A return as it is asked for: which part of the order, why, what for, and which pieces. */
public record TypedReturn(String part, String ground, String wish, String reason, List<Item> items) {
    /** Pieces of one line, and the variant wanted instead. */
    public record Item(String line, int quantity, @Nullable String replacement) {}
}
