package dev.rialto.rest.v1;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.rest.GatewayError;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where something comes from that a shopper tells the mall through a program, for the limits on tries. */
public final class Whence {
    private static final int LONGEST = 100;

    private Whence() {}

    /**
     * The place that the program names, as one of the program's own; all that comes without one is of one place.
     *
     * @throws DomainException {@link GatewayError#INVALID_BODY} naming {@code place} when it is too long
     */
    public static String of(HttpServletRequest request, @Nullable String place) {
        new Violations().optionalText("place", place, LONGEST).raise(GatewayError.INVALID_BODY);
        return Factor.client(request).credential() + " " + Wire.orEmpty(place);
    }
}
