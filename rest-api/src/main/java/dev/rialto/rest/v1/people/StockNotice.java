package dev.rialto.rest.v1.people;

import dev.rialto.rest.v1.Wire;
import dev.rialto.wish.StockNoticeView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish to be told when something can be had again.
 *
 * @param variantTitle empty for goods without options
 * @param toldAt when the mail was written; null while it is waited for
 */
public record StockNotice(
        String id,
        String slug,
        String title,
        String variantTitle,
        Instant askedAt,
        @Nullable Instant toldAt) {
    static final String PREFIX = "notice";

    static StockNotice of(StockNoticeView view) {
        return new StockNotice(
                Wire.text(PREFIX, view.id()),
                view.slug(),
                view.title(),
                view.variantTitle(),
                view.askedAt(),
                view.toldAt());
    }
}
