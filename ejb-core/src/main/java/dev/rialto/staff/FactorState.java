package dev.rialto.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account has as a second factor.
 *
 * @param since when it was set up; null when there is none
 * @param recoveryCodes how many recovery codes are left
 */
public record FactorState(@Nullable Instant since, int recoveryCodes) {
    public boolean isSetUp() {
        return since != null;
    }
}
