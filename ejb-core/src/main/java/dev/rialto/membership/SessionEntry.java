package dev.rialto.membership;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody came into the console.
 *
 * @param signedInAt when the session began
 * @param factorAt when the second factor was last given in this session; null when it was not
 * @param enrolled true when the account has a second factor
 * @param required true when nobody may be in the console without one
 * @param signOnId the sign-on of another house that vouched for the person; null for a password
 */
public record SessionEntry(
        @Nullable Instant signedInAt,
        @Nullable Instant factorAt,
        boolean enrolled,
        boolean required,
        @Nullable UUID signOnId) {
    static final SessionEntry OF_A_SHOPPER = new SessionEntry(null, null, false, false, null);

    /** Is the second factor still to be given, or to be set up? Until then the session opens nothing. */
    public boolean isHalfWay() {
        return signOnId == null && factorAt == null && (enrolled || required);
    }
}
