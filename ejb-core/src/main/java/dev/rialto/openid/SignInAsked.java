package dev.rialto.openid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in on its way.
 *
 * @param name of the system it is for
 * @param tenantId whose staff may go there; null for the mall's own
 * @param groups the roles that are let in
 * @param silent when no page may be shown for it
 * @param freshAfter when set, only a sign-in later than this counts
 */
public record SignInAsked(
        String name,
        @Nullable UUID tenantId,
        List<String> groups,
        boolean silent,
        @Nullable Instant freshAfter) {
    public SignInAsked {
        groups = List.copyOf(groups);
    }

    /** Does a sign-in of that time count? */
    public boolean counts(Optional<Instant> signedInAt) {
        return freshAfter == null
                || signedInAt.filter(at -> at.isAfter(freshAfter)).isPresent();
    }
}
