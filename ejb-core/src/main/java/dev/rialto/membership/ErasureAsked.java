package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import java.util.List;
import java.util.UUID;

/**
 * Somebody is to be erased; told within the transaction, before anything goes. Whoever still needs to know the person to
 * finish something says so, and nothing is erased.
 *
 * @param caller a worker
 * @param unfinished numbers of what is not finished, as the person knows it
 */
public record ErasureAsked(Caller caller, UUID accountId, List<String> unfinished) {

    /** Something that needs the person still. */
    public void isUnfinished(String number) {
        unfinished.add(number);
    }
}
