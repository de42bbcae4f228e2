package dev.rialto.rest.v1.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Violations;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.RequestIds;
import dev.rialto.rest.v1.Factor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A seller's program at its own rows: the tenant is the credential's, whatever is asked for (A19). */
final class Desk {
    private static final int USUAL_LIMIT = 50;

    private Desk() {}

    static Caller caller(HttpServletRequest request, String permission) {
        return Caller.tenant(Factor.client(request).tenant(), null, Set.of(permission), RequestIds.of(request));
    }

    static Caller worker(HttpServletRequest request) {
        return Caller.worker(RequestIds.of(request));
    }

    static int limit(@Nullable String text) {
        new Violations()
                .check(text == null || text.matches("[1-9]\\d?|1\\d\\d|200"), "limit", "out_of_range", 1, 200)
                .raise(GatewayError.INVALID_PARAMETER);
        return text == null ? USUAL_LIMIT : Integer.parseInt(text);
    }

    static Keyset after(@Nullable String cursor) {
        return Keyset.read(cursor, GatewayError.INVALID_PARAMETER);
    }

    /** Where a feed goes on: after its last row, or where it was when there is none. */
    static <T> String next(List<T> page, @Nullable String since, Function<T, String> place) {
        return page.isEmpty() ? (since == null ? "" : since) : place.apply(page.get(page.size() - 1));
    }

    /** The place of a feed; empty stands for its beginning, as an empty feed tells it. */
    static Keyset since(@Nullable String place) {
        return after(place == null || place.isEmpty() ? null : place);
    }
}
