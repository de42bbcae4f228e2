package dev.rialto.web.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish to be told when something can be had again.
 *
 * @param toldAt when the mail was written; null while it is waited for
 */
public record StockWish(
        String id,
        String slug,
        String title,
        String variantTitle,
        Instant askedAt,
        @Nullable Instant toldAt) {

    public String named() {
        return variantTitle.isEmpty() ? title : title + " (" + variantTitle + ")";
    }

    public boolean isWaiting() {
        return toldAt == null;
    }
}
