package dev.rialto.recharge;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try to recharge, as the rows know it.
 *
 * @param id of the request, under which the provider is asked as well
 * @param marks under which the code may be kept, in hex
 * @param contactMark null when no verification is needed: an order was paid
 * @param sealed who asked and which account
 */
public record Attempt(
        UUID id,
        UUID channel,
        @Nullable UUID site,
        String source,
        String clientKey,
        String hash,
        List<String> marks,
        byte @Nullable [] contactMark,
        String proof,
        String account,
        byte[] accountMark,
        byte[] sealed) {

    /** The account as it may be shown. */
    public String masked() {
        return Account.masked(account);
    }

    @Override
    public String toString() {
        return "attempt " + id;
    }
}
