package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody is to be erased; told within the transaction, before anything goes. Whoever still needs to know the person to
 * finish something says so, and nothing is erased.
 *
 * @param caller a worker
 * @param unfinished by kind of thing (orders, returns, refunds, …) the numbers of what is not finished, as the person knows
 *     them
 */
public record ErasureAsked(Caller caller, UUID accountId, Map<String, List<String>> unfinished) {

    /** Something that needs the person still. */
    public void isUnfinished(String kind, String number) {
        unfinished.computeIfAbsent(kind, any -> new ArrayList<>()).add(number);
    }
}
