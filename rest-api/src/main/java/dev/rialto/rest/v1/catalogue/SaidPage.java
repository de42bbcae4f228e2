package dev.rialto.rest.v1.catalogue;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.v1.Wire;
import dev.rialto.review.RemarkView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What everybody reads about goods, the latest first. */
public record SaidPage(List<Remark> items, @Nullable String next) {
    public SaidPage {
        items = List.copyOf(items);
    }

    static SaidPage of(Page<RemarkView> page) {
        String next = page.next();
        return new SaidPage(
                page.items().stream().map(Remarks::remark).toList(),
                next == null ? null : Wire.text(Remarks.REMARK, UUID.fromString(next)));
    }

    static @Nullable UUID start(@Nullable String cursor) {
        return cursor == null
                ? null
                : Ids.parse(Remarks.REMARK, cursor)
                        .orElseThrow(() -> GatewayError.INVALID_PARAMETER.because("cursor", "unknown_value"));
    }
}
