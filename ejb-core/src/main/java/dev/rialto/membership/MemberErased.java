package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import java.util.UUID;

/**
 * A person was erased; told within the transaction. Whoever keeps a name or an address of the account for another
 * reason than the law's lets go of it now.
 *
 * @param caller a worker
 */
public record MemberErased(Caller caller, UUID accountId) {}
