package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signed in at a shop; told within the transaction, so that what hung on the old token moves to the account.
 *
 * @param caller a worker that names the account
 * @param oldToken what the browser carried before, in clear; null when there was none
 * @param newToken what it carries from now on
 */
public record SignedInEvent(Caller caller, @Nullable String oldToken, String newToken, UUID accountId, UUID siteId) {
    @Override
    public String toString() {
        return "SignedInEvent[" + accountId + "]";
    }
}
