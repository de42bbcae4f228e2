package dev.rialto.exchange;

import dev.rialto.platform.Json;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is: a new execution skips so many products and counts on from here.
 *
 * @param products of the file that are done
 * @param rows of the file that are done
 * @param findings reported so far
 */
public record Checkpoint(
        long products,
        long rows,
        int findings,
        long created,
        long updated,
        long unchanged,
        long refused,
        long warnings) {

    static Checkpoint read(@Nullable String text) {
        return text == null ? new Checkpoint(0, 0, 0, 0, 0, 0, 0, 0) : Json.read(text, Checkpoint.class);
    }

    String text() {
        return Json.write(this);
    }
}
